package org.lifeboat.ui.withdraw;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.StepCost;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.ForewarningWords;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Choosing;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// What can be forced, what it means, and that waiting loses nothing.
final class ForceCards {
    private ForceCards() {}

    /// How a page is begun.
    @FunctionalInterface
    interface Begin {
        PageBox page(String sentence, Node... content);
    }

    /// @param usual leads to the withdrawal through the sequencer
    static Node page(
            Surroundings around, Choosing choosing, WithdrawView.Actions actions, Runnable usual, Begin begin) {
        Facts facts = choosing.facts();
        PageBox page = begin.page(around.say("exits.force.sentence", facts.l2().name()));
        runs(around, facts).ifPresent(page.getChildren()::add);
        page.getChildren()
                .add(caution(
                        around,
                        facts,
                        Purpose.FORCED_WITHDRAWAL,
                        facts.leaving().map(leaving -> StepCost.whole(true, leaving.price()))));
        page.getChildren().add(facts.runs().isPresent() ? usual(around, usual) : waiting(around, choosing, actions));
        Node withdrawal = choice(around, Purpose.FORCED_WITHDRAWAL, facts, actions);
        Node payment = choice(around, Purpose.FORCED_PAYMENT, facts, actions);
        if (around.narrow().get()) {
            page.getChildren().addAll(withdrawal, payment);
        } else {
            HBox both = new HBox(16, withdrawal, payment);
            HBox.setHgrow(withdrawal, Priority.ALWAYS);
            HBox.setHgrow(payment, Priority.ALWAYS);
            page.getChildren().add(both);
        }
        return page;
    }

    /// Where the chain is seen making blocks there is nothing to wait for.
    private static Node usual(Surroundings around, Runnable usual) {
        VBox card = new VBox(
                8,
                Labels.heading(around.say("exits.withdraw")),
                Labels.wrapped(around.say("exits.force.usual.why")),
                new FlowPane(Buttons.primary(around.say("exits.withdraw"), usual)));
        card.getStyleClass().add("lb-card");
        return card;
    }

    private static Node waiting(Surroundings around, Choosing choosing, WithdrawView.Actions actions) {
        String l2 = choosing.facts().l2().name();
        if (choosing.wished()) {
            return new Bar(
                    around,
                    Urgency.CALM,
                    around.say("exits.waits", l2),
                    Buttons.link(around.say("exits.waits.end"), actions::stopWaiting));
        }
        VBox card = new VBox(
                8,
                Labels.heading(around.say("exits.waitAndTell")),
                Labels.wrapped(around.say("exits.waitAndTell.why", l2)),
                new FlowPane(Buttons.primary(around.say("exits.waitAndTell"), actions::waitAndTell)));
        card.getStyleClass().add("lb-card");
        return card;
    }

    private static VBox choice(Surroundings around, Purpose purpose, Facts facts, WithdrawView.Actions actions) {
        Button go = Buttons.plain(
                around.say("exits.choose." + purpose),
                purpose == Purpose.FORCED_PAYMENT ? Feather.SEND : Feather.LOG_OUT,
                () -> actions.choose(purpose));
        VBox card = new VBox(
                8,
                Labels.heading(around.say("exits.choose." + purpose)),
                Labels.wrapped(around.say(
                        "exits.choose.why." + purpose,
                        facts.l2().name(),
                        facts.l1().name())),
                new FlowPane(go));
        card.getStyleClass().add("lb-card");
        card.setPrefWidth(400);
        card.setMinWidth(0);
        return card;
    }

    /// What forcing costs in money and time, beside what waiting costs.
    /// @param cost what it takes on L1; empty where that could not be read
    static Node caution(Surroundings around, Facts facts, Purpose purpose, Optional<Wei> cost) {
        return Bar.caution(
                around,
                new ForewarningWords(around.phrases(), facts.l2(), facts.l1())
                        .say(Forewarning.forced(purpose.wish(), facts.ground(), cost)));
    }

    /// That the chain is seen making blocks, so that nothing has to be forced; empty where nobody sees it.
    private static Optional<Node> runs(Surroundings around, Facts facts) {
        return facts.runs()
                .map(runs ->
                        Bar.caution(around, new ForewarningWords(around.phrases(), facts.l2(), facts.l1()).say(runs)));
    }
}
