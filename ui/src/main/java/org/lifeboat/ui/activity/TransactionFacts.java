package org.lifeboat.ui.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.CopyButton;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Everything that the records know of one transaction.
final class TransactionFacts {
    private final Surroundings around;
    private final OwnTransaction transaction;
    private final ActivityScreen.Around names;
    private final Facts facts = new Facts();

    private TransactionFacts(Surroundings around, OwnTransaction transaction, ActivityScreen.Around names) {
        this.around = around;
        this.transaction = transaction;
        this.names = names;
    }

    static Facts of(
            Surroundings around, OwnTransaction transaction, List<OwnTransaction> rivals, ActivityScreen.Around names) {
        TransactionFacts made = new TransactionFacts(around, transaction, names);
        made.money();
        made.place();
        made.rivals(rivals);
        made.times();
        return made.facts;
    }

    private void money() {
        TokenAmount amount =
                new TokenAmount(transaction.units(), transaction.asset().decimals());
        facts.add(
                around.say("activity.amount"),
                Anew.wrapped(() ->
                        AmountText.exact(around, amount, transaction.asset().symbol())));
        if (transaction.asset() instanceof OwnTransaction.Asset.Erc20 token) {
            facts.add(around.say("evidence.token"), AddressText.whole(around, token.contract()));
        }
        facts.add(around.say("activity.from"), named(transaction.account()));
        transaction.counterpart().ifPresent(to -> facts.add(around.say("activity.to"), named(to)));
        String coin = names.network(transaction).map(Network::coinSymbol).orElse("");
        transaction
                .feePaid()
                .ifPresentOrElse(
                        paid -> facts.add(around.say("activity.fee"), fee("activity.feePaid", paid, coin)),
                        () -> facts.add(
                                around.say("activity.fee"), fee("activity.feeLimit", transaction.feeLimit(), coin)));
    }

    /// The sum, and its parts where there is more than one.
    private Node fee(String key, FeeParts fee, String coin) {
        VBox lines = new VBox(2, Anew.wrapped(() -> around.say(key, coins(fee.total(), coin))));
        if (!fee.l1Data().equals(Wei.ZERO) || !fee.operator().equals(Wei.ZERO)) {
            lines.getChildren()
                    .add(Anew.wrapped(
                            () -> around.say(
                                    "activity.feeParts",
                                    coins(fee.execution(), coin),
                                    coins(fee.l1Data(), coin),
                                    coins(fee.operator(), coin)),
                            "lb-quiet",
                            "lb-small"));
        }
        return lines;
    }

    private String coins(Wei wei, String coin) {
        return AmountText.exact(around, wei.toTokenAmount(), coin);
    }

    private void place() {
        facts.add(
                around.say("evidence.network"),
                around.say("evidence.chain", names.networkName(transaction), transaction.chain()));
        facts.add(
                around.say("activity.nonce"), Long.toString(transaction.nonce().value()));
        facts.add(
                around.say("activity.transactionHash"),
                copied("activity.hash", transaction.hash().toHex()));
        block(transaction.status()).ifPresent(block -> {
            String mined = around.phrases().stamp(Instant.ofEpochSecond(block.unixSeconds()));
            facts.add(
                    around.say("evidence.block"),
                    around.say("evidence.at", around.phrases().number(block.number()), mined));
            facts.add(
                    around.say("evidence.hash"),
                    copied("evidence.hash", block.hash().toHex()));
        });
        if (!transaction.signed().isEmpty()) {
            String hex = transaction.signed().toHex();
            HBox bytes = new HBox(
                    4,
                    Labels.wrapped(around.phrases()
                            .count("activity.bytes", transaction.signed().size())),
                    new CopyButton(around, around.say("activity.signed"), hex));
            bytes.setAlignment(Pos.CENTER_LEFT);
            facts.add(around.say("activity.signed"), bytes);
        }
    }

    /// The others with this number, each with where it stands.
    private void rivals(List<OwnTransaction> rivals) {
        for (OwnTransaction rival : rivals) {
            boolean newer = rival.signedAt().isAfter(transaction.signedAt());
            String name = newer ? around.say("activity.rival.newer") : around.say("activity.rival.older");
            String what = around.say(
                    "balances.part",
                    around.phrases().choice(rival.kind()),
                    StatusWords.word(around.phrases(), rival.status()));
            facts.add(
                    name,
                    new VBox(
                            2,
                            Labels.wrapped(what),
                            copied("activity.hash", rival.hash().toHex())));
        }
    }

    private void times() {
        facts.add(around.say("activity.signedAt"), at(transaction.signedAt()));
        if (!transaction.changedAt().equals(transaction.signedAt())) {
            facts.add(around.say("activity.changedAt"), at(transaction.changedAt()));
        }
        if (!transaction.note().isBlank()) {
            facts.add(around.say("activity.note"), transaction.note());
        }
    }

    private Node at(Instant instant) {
        return Anew.wrapped(() -> around.say(
                "evidence.at", around.phrases().stamp(instant), around.phrases().ago(instant)));
    }

    private Node named(Address address) {
        return AddressText.named(around, address, names.name(address));
    }

    private Node copied(String what, String hex) {
        return new CopiedText(around, around.say(what), hex);
    }

    private static Optional<BlockRef> block(Status status) {
        return switch (status) {
            case Status.Accepted(BlockRef block) -> Optional.of(block);
            case Status.Mined(BlockRef block) -> Optional.of(block);
            case Status.Reverted(BlockRef block) -> Optional.of(block);
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> Optional.empty();
        };
    }
}
