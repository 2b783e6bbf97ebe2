package org.lifeboat.engine.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.TokenAmount;

/// All that an account has waiting on an L2 while something is put into it through L1, each with what can become
/// of it: whatever is next in line when the deposit arrives is never carried out, and only that.
/// Source: OP Stack specification, deposits, "Execution" (the nonce of `from` grows by one).
final class WaitingThere {
    /// For a server of an L2 that may be gone: the review waits for it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private WaitingThere() {}

    /// What a server of the L2 says of the account's nonces; its word.
    /// @param next of the newest block
    /// @param afterPending the one after all that wait by what the server has
    record Claimed(Nonce next, Nonce afterPending) {}

    static Optional<Claimed> ask(Source l2, Address account, Deadline deadline) {
        Answers answers = new Answers();
        Batch batch = new Batch();
        batch.add(new Query.NonceOf(account, BlockSelector.LATEST), reply -> answers.latest = reply);
        batch.add(new Query.NonceOf(account, BlockSelector.PENDING), reply -> answers.pending = reply);
        batch.ask(l2, Purpose.PREPARE_TRANSACTION, deadline.remaining(PATIENCE));
        return answers.latest.got().flatMap(next -> answers.pending.got().map(pending -> new Claimed(next, pending)));
    }

    private static final class Answers {
        private Reply<Nonce> latest = Reply.notAsked();
        private Reply<Nonce> pending = Reply.notAsked();
    }

    /// @param l2 its name
    /// @param waiting own ones that are in no block
    /// @param claimed empty where no server of it answered
    static List<Check> of(String l2, List<OwnTransaction> waiting, Optional<Claimed> claimed) {
        List<OwnTransaction> open = waiting.stream()
                .filter(own -> claimed.filter(said -> own.nonce().compareTo(said.next()) < 0)
                        .isEmpty())
                .sorted(Comparator.comparing(OwnTransaction::nonce))
                .toList();
        List<Check> checks = new ArrayList<>();
        for (OwnTransaction own : open) {
            Nonce first = open.getFirst().nonce();
            boolean behindAGap =
                    claimed.filter(said -> said.next().compareTo(first) < 0).isPresent();
            Check.Kind fate = behindAGap
                    ? Check.Kind.DEPOSIT_COMES_BEFORE
                    : own.nonce().equals(first) ? Check.Kind.DEPOSIT_TAKES_NONCE : Check.Kind.DEPOSIT_LEAVES_BEHIND;
            checks.add(Check.of(fate, l2, Long.toString(own.nonce().value()), amount(own), to(own)));
        }
        claimed.ifPresentOrElse(
                said -> foreign(said, open)
                        .ifPresent(count ->
                                checks.add(Check.of(Check.Kind.DEPOSIT_BESIDE_FOREIGN, l2, Long.toString(count)))),
                () -> checks.add(Check.of(Check.Kind.DEPOSIT_BESIDE_UNKNOWN, l2)));
        return checks;
    }

    /// How many wait there by the server's word that are not known here.
    private static Optional<Long> foreign(Claimed said, List<OwnTransaction> open) {
        long all = said.afterPending().value() - said.next().value();
        long known = open.stream()
                .map(OwnTransaction::nonce)
                .distinct()
                .filter(nonce -> nonce.compareTo(said.afterPending()) < 0)
                .count();
        return Optional.of(all - known).filter(count -> count > 0);
    }

    private static String amount(OwnTransaction own) {
        return new TokenAmount(own.units(), own.asset().decimals()).toExactString() + " "
                + own.asset().symbol();
    }

    /// Where nobody is paid, as with a contract that is made, its hash says which it is.
    private static String to(OwnTransaction own) {
        return own.counterpart()
                .map(Address::toChecksum)
                .orElseGet(() -> own.hash().toHex());
    }
}
