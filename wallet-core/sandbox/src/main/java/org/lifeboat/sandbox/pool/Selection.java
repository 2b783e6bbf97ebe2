package org.lifeboat.sandbox.pool;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.SenderTransaction;

/// The executable transactions of a pool: of the accounts' next ones the one that tips best, among equals the
/// one that came first. Those that cannot pay the base fee stay out, and so do those behind them.
public final class Selection {
    private record Run(List<Mempool.Waiting> waiting, int at) {
        Mempool.Waiting head() {
            return waiting.get(at);
        }
    }

    private final Wei baseFee;
    private final PriorityQueue<Run> runs;

    Selection(List<List<Mempool.Waiting>> runs, Wei baseFee) {
        this.baseFee = baseFee;
        Comparator<Run> bestTip = Comparator.comparing(run -> tip(run.head()), Comparator.reverseOrder());
        this.runs =
                new PriorityQueue<>(bestTip.thenComparingLong(run -> run.head().arrival()));
        runs.forEach(run -> offer(new Run(run, 0)));
    }

    /// The next candidate. Say [#taken] or [#passedOver] before asking again.
    public Optional<SenderTransaction> next() {
        return Optional.ofNullable(runs.peek()).map(run -> run.head().sent());
    }

    /// It stands in the block; the account's next one may follow.
    public void taken() {
        Run run = runs.remove();
        if (run.at() + 1 < run.waiting().size()) {
            offer(new Run(run.waiting(), run.at() + 1));
        }
    }

    /// It does not stand in the block, and neither can the ones behind it.
    public void passedOver() {
        runs.remove();
    }

    private void offer(Run run) {
        if (run.head().sent().transaction().maxGasPrice().compareTo(baseFee) >= 0) {
            runs.add(run);
        }
    }

    private BigInteger tip(Mempool.Waiting waiting) {
        return TransactionParts.effectivePrice(waiting.sent().transaction(), baseFee)
                .value()
                .subtract(baseFee.value());
    }
}
