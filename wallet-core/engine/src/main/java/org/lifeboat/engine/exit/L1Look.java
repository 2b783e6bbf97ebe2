package org.lifeboat.engine.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an L1 alone remembers of an account's withdrawals: those that somebody has proven there, and those
/// that were forced through it. A source's word as to which there are; what each one is, is checked.
final class L1Look {
    private final ExitPlace place;
    private final Deadline deadline;

    L1Look(ExitPlace place, Deadline deadline) {
        this.place = place;
        this.deadline = deadline;
    }

    /// A withdrawal that left its trace on L1.
    sealed interface Trace {
        /// Its fields, from the transaction that proved it; they have the hash that the portal's event
        /// names.
        record Proven(Withdrawal withdrawal) implements Trace {}

        /// A deposit that takes money off the L2; whether it did, the L2 says.
        /// @param l2Transaction that the deposit becomes
        record Forced(Hash32 l2Transaction, Address target, Wei amount) implements Trace {}
    }

    /// @param blocks how many of the newest are searched
    /// @return empty where no source gave its events
    Optional<List<Trace>> traces(Address account, long blocks) {
        for (Source source : place.l1Sources()) {
            if (!source.health().setAside()
                    && HeadQuestion.ask(
                                    source,
                                    place.l1().chain(),
                                    BlockSelector.LATEST,
                                    Purpose.FOLLOW_TRANSACTION,
                                    deadline.remaining())
                            instanceof Head.Usable head) {
                long to = head.block().number();
                Optional<List<Trace>> found = traces(source, account, Math.max(0, to - blocks + 1), to);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<Trace>> traces(Source source, Address account, long from, long to) {
        Optional<List<LogClaim>> deposits = events(
                source,
                from,
                to,
                List.of(
                        List.of(OpStack.DEPOSITED),
                        List.of(account.toWord()),
                        List.of(OpStack.MESSAGE_PASSER.toWord())));
        Optional<List<LogClaim>> proofs = events(
                source, from, to, List.of(List.of(OpStack.WITHDRAWAL_PROVEN), List.of(), List.of(account.toWord())));
        return deposits.flatMap(forced -> proofs.map(proven -> {
            List<Trace> traces = new ArrayList<>();
            forced.forEach(log -> forced(log).ifPresent(traces::add));
            proven.forEach(log -> proven(source, log).ifPresent(traces::add));
            return traces;
        }));
    }

    Optional<List<LogClaim>> events(Source source, long from, long to, List<List<Hash32>> topics) {
        return LogSpans.ask(source, from, to, place.portal(), topics, deadline);
    }

    private Optional<Trace> forced(LogClaim log) {
        return deposit(place, log)
                .filter(deposit -> deposit.to().equals(Optional.of(OpStack.MESSAGE_PASSER)))
                .flatMap(deposit -> OpStack.initiatedFor(deposit.data())
                        .map(target -> new Trace.Forced(deposit.hash(), target, deposit.value())));
    }

    /// The transaction that the L2 makes of an event of its portal; empty for another event.
    static Optional<DepositTransaction> deposit(ExitPlace place, LogClaim log) {
        Log event = new Log(log.emitter(), log.topics(), log.data());
        return OpStack.depositTransaction(place.portal(), event, log.blockHash(), log.logIndex())
                        instanceof Answer.Proven<DepositTransaction>(DepositTransaction deposit)
                ? Optional.of(deposit)
                : Optional.empty();
    }

    /// @param log whose first topic after the event's own is the withdrawal's hash
    Optional<Trace> proven(Source source, LogClaim log) {
        if (log.topics().size() < 2) {
            return Optional.empty();
        }
        Hash32 hash = log.topics().get(1);
        return Stream.concat(Stream.of(source), place.l1Sources().stream())
                .flatMap(one -> input(one, log.transaction()).stream())
                .flatMap(input -> OpStack.provenWithin(input).stream())
                .filter(withdrawal -> withdrawal.hash().equals(hash))
                .findFirst()
                .map(Trace.Proven::new);
    }

    private Optional<Bytes> input(Source source, Hash32 transaction) {
        return source.ask(
                        new Query.Probe("eth_getTransactionByHash", "[\"" + transaction.toHex() + "\"]"),
                        Purpose.FOLLOW_TRANSACTION,
                        deadline.remaining())
                .got()
                .flatMap(L1Look::inputOf);
    }

    private static Optional<Bytes> inputOf(String transaction) {
        try {
            return Optional.of(Bytes.fromHex(
                    JsonMapper.shared().readTree(transaction).path("input").asString("")));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
