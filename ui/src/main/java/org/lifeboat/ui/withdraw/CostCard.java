package org.lifeboat.ui.withdraw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// What the whole way takes on L1, and whether the account has it there, before anything is begun.
final class CostCard {
    private final Surroundings around;
    private final Facts facts;
    private final WithdrawForm form;

    private CostCard(Surroundings around, Facts facts, WithdrawForm form) {
        this.around = around;
        this.facts = facts;
        this.form = form;
    }

    static Region of(Surroundings around, Facts facts, WithdrawForm form) {
        return new CostCard(around, facts, form).card();
    }

    private Region card() {
        String l1 = facts.l1().name();
        VBox card = new VBox(8, Labels.heading(around.say("exits.cost.title", l1)));
        card.getStyleClass().add("lb-card");
        Optional<WayCost> known = facts.cost(form);
        if (known.isEmpty()) {
            card.getChildren().add(new Bar(around, Urgency.CALM, around.say("exits.cost.unread", l1)));
            return card;
        }
        WayCost cost = known.get();
        boolean enough = cost.missing().isEmpty() && cost.missingDoubled().isEmpty();
        if (!enough) { // what is missing comes before the sums it is missing from
            card.getChildren().add(held(cost));
        }
        card.getChildren().add(Labels.wrapped(around.say("exits.cost.why"), "lb-quiet"));
        if (form.purpose() != Purpose.FORCED_PAYMENT && form.purpose().way() == ExitState.Way.SEQUENCER) {
            card.getChildren()
                    .add(Labels.wrapped(around.say("exits.cost.onL2", facts.l2().name())));
        }
        cost.steps()
                .forEach((step, wei) ->
                        card.getChildren().add(Labels.wrapped(around.say("exits.cost." + step, l1, sum(wei)))));
        card.getChildren()
                .add(Labels.wrapped(around.say("exits.cost.whole", sum(cost.now()), sum(cost.doubled())), "lb-strong"));
        if (enough) {
            card.getChildren().add(held(cost));
        }
        if (facts.heldIsAWord()) {
            card.getChildren().add(Labels.wrapped(around.say("exits.cost.held.claimed"), "lb-quiet", "lb-small"));
        }
        return card;
    }

    private Region held(WayCost cost) {
        if (cost.missing().isPresent()) {
            String key = form.purpose() == Purpose.FORCED_PAYMENT ? "exits.cost.held.none" : "exits.cost.held.missing";
            return Bar.caution(around, () -> lacks(key, cost, cost.missing().get()));
        }
        return cost.missingDoubled()
                .<Region>map(wei -> Bar.caution(around, () -> lacks("exits.cost.held.tight", cost, wei)))
                .orElseGet(() -> Anew.wrapped(() -> around.say("exits.cost.held", held(cost.held())), "lb-tone-good"));
    }

    private String lacks(String key, WayCost cost, Wei missing) {
        return around.say(key, held(cost.held()), own(missing, RoundingMode.UP));
    }

    private String held(Wei wei) {
        return own(wei, RoundingMode.DOWN);
    }

    /// Rounded up: nobody shall count on less than it takes.
    private String sum(Wei wei) {
        return sum(wei, RoundingMode.UP);
    }

    private String own(Wei wei, RoundingMode rounding) {
        return around.hidden().get()
                ? AmountText.exact(around, wei.toTokenAmount(), facts.l1().coinSymbol())
                : sum(wei, rounding);
    }

    private String sum(Wei wei, RoundingMode rounding) {
        String rounded = new BigDecimal(wei.value(), 18)
                .setScale(6, rounding)
                .stripTrailingZeros()
                .toPlainString();
        return around.say("exits.sum", rounded, facts.l1().coinSymbol());
    }
}
