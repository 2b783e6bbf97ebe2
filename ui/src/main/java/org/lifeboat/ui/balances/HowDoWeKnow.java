package org.lifeboat.ui.balances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// *How do we know*: the chain of evidence behind one figure, as far as there is any, and what is missing in it.
final class HowDoWeKnow {
    private HowDoWeKnow() {}

    /// @param name what the account is called, if it has a name
    /// @param caught what sources were set aside for on this network
    /// @param actions what can be done with the position, beside closing
    /// @return the place for the chain of evidence, which takes a moment to check
    static VBox open(
            Surroundings around,
            Network network,
            Row row,
            Optional<String> name,
            List<Disagreement> caught,
            List<Button> actions) {
        VBox body = new VBox(12);
        AssuranceKind kind = Line.kind(network, row);
        body.getChildren().add(AssuranceBadge.still(around, kind));
        body.getChildren().add(Labels.wrapped(VouchedFigure.explanation(around, row, kind)));
        if (kind == AssuranceKind.DISAGREES) {
            caught.forEach(one -> body.getChildren()
                    .add(Bar.caution(
                            around,
                            () -> around.say(
                                    "money.disagrees",
                                    one.source().shown(),
                                    around.contradiction(one.contradiction(), network.coinSymbol())))));
        }
        Optional<Figure.Known> known = Line.known(row);
        known.ifPresent(figure -> body.getChildren().add(facts(around, network, row, name, figure)));
        if (known.isEmpty()) {
            body.getChildren().add(where(around, network, row, name));
        }
        VouchedFigure.of(row).ifPresent(figure -> {
            AssuranceKind firm = AssuranceKind.of(network, figure.assurance());
            body.getChildren()
                    .addAll(
                            Anew.wrapped(() -> VouchedFigure.words(around, row, figure)),
                            AssuranceBadge.still(around, firm),
                            Labels.wrapped(VouchedFigure.explanation(around, row, firm), "lb-quiet"));
        });
        for (Note note : notes(row)) {
            body.getChildren()
                    .add(Labels.wrapped(
                            around.say(note.messageKey(), note.arguments().toArray()), "lb-quiet"));
        }
        VBox chain = new VBox(8);
        chain.setManaged(false);
        body.getChildren().add(chain);
        List<Button> buttons = new ArrayList<>();
        buttons.add(Buttons.plain(around.say("action.close"), around.layer()::close));
        buttons.addAll(actions);
        around.layer().show(around.say("evidence.title"), body, around.layer()::close, buttons);
        return chain;
    }

    private static Facts facts(
            Surroundings around, Network network, Row row, Optional<String> name, Figure.Known known) {
        Facts facts = where(around, network, row, name);
        facts.add(
                around.say("evidence.figure"),
                Anew.wrapped(() -> AmountText.exact(
                        around, known.amount(), row.position().asset().symbol())));
        facts.add(
                around.say("evidence.block"),
                around.phrases().number(known.block().number()));
        facts.add(around.say("evidence.hash"), hash(around, known.block().hash().toHex()));
        facts.add(around.say("evidence.source"), known.source().shown());
        facts.add(
                around.say("evidence.readAt"),
                Anew.wrapped(() -> around.say(
                        "evidence.at",
                        around.phrases().stamp(known.readAt()),
                        around.phrases().ago(known.readAt()))));
        return facts;
    }

    /// What the figure is of.
    private static Facts where(Surroundings around, Network network, Row row, Optional<String> name) {
        Facts facts = new Facts();
        facts.add(
                around.say("evidence.account"),
                AddressText.named(around, row.position().account(), name));
        row.position()
                .asset()
                .contract()
                .ifPresent(contract -> facts.add(around.say("evidence.token"), AddressText.whole(around, contract)));
        facts.add(around.say("evidence.network"), around.say("evidence.chain", network.name(), network.chain()));
        return facts;
    }

    private static Node hash(Surroundings around, String hex) {
        return new CopiedText(around, around.say("evidence.hash"), hex);
    }

    private static List<Note> notes(Row row) {
        List<Note> notes = new ArrayList<>();
        switch (row.newest()) {
            case Figure.Known known -> notes.addAll(known.notes());
            case Figure.Problem problem -> notes.addAll(problem.reasons());
            case Figure.NotAsked _ -> {}
        }
        if (row.vouched() instanceof Vouched.NoneYet(Note reason)) {
            notes.add(reason);
        }
        return notes;
    }
}
