package org.lifeboat.ui.withdraw;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.exit.Arrival;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.withdraw.DepositScreen.Brought;
import org.lifeboat.ui.withdraw.DepositScreen.Facts;

/// What was put into an L2 from here lately, and whether it is there.
final class BroughtCard {
    private final Surroundings around;
    private final Facts facts;

    private BroughtCard(Surroundings around, Facts facts) {
        this.around = around;
        this.facts = facts;
    }

    static Node of(Surroundings around, Facts facts, Brought brought, DepositView.Actions actions) {
        return new BroughtCard(around, facts).card(brought, actions);
    }

    private Node card(Brought brought, DepositView.Actions actions) {
        VBox card = new VBox(12, Labels.heading(around.say("exits.brought")));
        card.getStyleClass().add("lb-card");
        switch (brought) {
            case Brought.Looking() ->
                card.getChildren().add(new Waiting(around, around.say("exits.brought.looking"), actions::giveUp));
            case Brought.NotLooked() ->
                card.getChildren()
                        .add(new Bar(
                                around,
                                Urgency.CALM,
                                around.say("exits.brought.notLooked"),
                                Buttons.link(around.say("action.tryAgain"), actions::look)));
            case Brought.Seen(List<Crossing> crossings) -> {
                if (crossings.isEmpty()) {
                    card.getChildren()
                            .add(quiet(
                                    around.say("exits.brought.none", facts.l2().name())));
                }
                for (Crossing crossing : crossings) {
                    Region line = new Region();
                    line.getStyleClass().add("lb-divider");
                    card.getChildren().addAll(line, one(crossing));
                }
            }
        }
        if (brought instanceof Brought.Seen) {
            card.getChildren().add(Buttons.plain(around.say("exits.look"), Feather.REFRESH_CW, actions::look));
        }
        return card;
    }

    private Node quiet(String sentence) {
        return Labels.wrapped(sentence, "lb-quiet");
    }

    private Node one(Crossing crossing) {
        OwnTransaction own = crossing.transaction();
        String signed = around.phrases().moment(own.signedAt());
        TokenAmount amount = new TokenAmount(own.units(), own.asset().decimals());
        VBox lines = new VBox(
                4,
                Anew.styled(
                        () -> around.say(
                                "exits.brought.of." + crossing.kind(),
                                signed,
                                AmountText.exact(around, amount, own.asset().symbol())),
                        "lb-strong"));
        Arrival arrival = crossing.arrival();
        lines.getChildren()
                .add(
                        arrival instanceof Arrival.Failed || arrival instanceof Arrival.NoDeposit
                                ? Bar.caution(around, sentence(arrival))
                                : Labels.wrapped(sentence(arrival)));
        switch (arrival) {
            case Arrival.Arrived(Hash32 there, var _) -> lines.getChildren().add(hash(there));
            case Arrival.OnItsWay(Hash32 there) -> lines.getChildren().add(hash(there));
            case Arrival.Failed(Hash32 there, var _) -> lines.getChildren().add(hash(there));
            case Arrival.Silent(Hash32 there, var _) -> lines.getChildren().add(hash(there));
            case Arrival.NotOnL1 _, Arrival.NoDeposit _ -> {}
        }
        return lines;
    }

    private Node hash(Hash32 there) {
        return new CopiedText(
                around, around.say("exits.arrival.hash", facts.l2().name()), there.toHex());
    }

    private String sentence(Arrival arrival) {
        String l1 = facts.l1().name();
        String l2 = facts.l2().name();
        return switch (arrival) {
            case Arrival.NotOnL1 _ -> around.say("exits.arrival.NOT_ON_L1", l1);
            case Arrival.NoDeposit _ -> around.say("exits.arrival.NO_DEPOSIT", l1, l2);
            case Arrival.OnItsWay _ -> around.say("exits.arrival.ON_ITS_WAY", l1, l2);
            case Arrival.Arrived(var _, long block) ->
                around.say("exits.arrival.ARRIVED", l2, around.phrases().number(block));
            case Arrival.Failed(var _, long block) ->
                around.say("exits.arrival.FAILED", l2, around.phrases().number(block));
            case Arrival.Silent(var _, String why) -> around.say("exits.arrival.SILENT", l1, l2, why);
        };
    }
}
