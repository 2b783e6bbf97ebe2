package org.lifeboat.ui.activity;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopyButton;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;

/// Everything that is known of one transaction.
final class TransactionDetails {
    private TransactionDetails() {}

    static void open(Surroundings around, ActivityScreen.Shown shown, OwnTransaction transaction) {
        Facts facts = new Facts();
        TokenAmount amount =
                new TokenAmount(transaction.units(), transaction.asset().decimals());
        facts.add(around.say("activity.what"), around.phrases().choice(transaction.kind()));
        facts.add(
                around.say("activity.amount"),
                AmountText.exact(around, amount, transaction.asset().symbol()));
        facts.add(around.say("activity.from"), AddressText.whole(around, transaction.account()));
        transaction.counterpart().ifPresent(to -> facts.add(around.say("activity.to"), AddressText.whole(around, to)));
        facts.add(around.say("evidence.network"), ActivityCell.network(shown, transaction));
        facts.add(around.say("activity.fee"), fee(around, shown, transaction));
        facts.add(
                around.say("activity.nonce"), Long.toString(transaction.nonce().value()));
        facts.add(around.say("activity.signedAt"), around.phrases().stamp(transaction.signedAt()));
        facts.add(around.say("activity.hash"), hash(around, transaction.hash().toHex()));
        if (!transaction.note().isBlank()) {
            facts.add(around.say("activity.note"), transaction.note());
        }
        String sentence = StatusWords.sentence(around, transaction.status());
        VBox body = new VBox(16, new Bar(around, Urgency.CALM, sentence), facts);
        Button close = Buttons.plain(around.say("action.close"), around.layer()::close);
        around.layer().show(around.say("activity.details"), body, around.layer()::close, List.of(close));
    }

    private static String fee(Surroundings around, ActivityScreen.Shown shown, OwnTransaction transaction) {
        String coin = shown.networks().containsKey(transaction.chain())
                ? shown.networks().get(transaction.chain()).coinSymbol()
                : "";
        return transaction
                .feePaid()
                .map(paid -> around.say("activity.feePaid", amount(around, paid, coin)))
                .orElseGet(() -> around.say("activity.feeLimit", amount(around, transaction.feeLimit(), coin)));
    }

    private static String amount(Surroundings around, FeeParts fee, String coin) {
        return AmountText.exact(around, fee.total().toTokenAmount(), coin);
    }

    private static Node hash(Surroundings around, String hex) {
        return new HBox(4, Labels.wrapped(hex, "lb-mono"), new CopyButton(around, around.say("activity.hash"), hex));
    }
}
