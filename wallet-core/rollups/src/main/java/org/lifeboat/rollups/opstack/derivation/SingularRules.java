package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.BatchValidity.Reason;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Whether a batch of one block counts. Source: derivation, "Batch Queue"; holocene/derivation, "Batch
/// Queue"; isthmus/derivation, "Activation"; jovian/derivation.
final class SingularRules {
    private static final byte SET_CODE = 4;

    private final RollupConfig rollup;

    SingularRules(RollupConfig rollup) {
        this.rollup = rollup;
    }

    /// @param epochs L1 blocks from the parent's origin, or the one after it, on
    /// @param included the L1 block in which the batch became complete
    BatchValidity check(SingularBatch batch, List<Epoch> epochs, SafeHead parent, BlockRef included) {
        Optional<BatchValidity> byTime = byTime(batch.unixSeconds(), parent, included);
        if (byTime.isPresent()) {
            return byTime.get();
        }
        if (!batch.parentHash().equals(parent.hash())) {
            return BatchValidity.drop(Reason.WRONG_PARENT);
        }
        Epoch current = epochs.getFirst();
        long steps = batch.epochNumber() - current.number();
        if (isBefore(batch.epochNumber() + rollup.limits().sequencingWindow(), included.number())) {
            return BatchValidity.drop(Reason.TOO_LATE);
        }
        if (isBefore(batch.epochNumber(), current.number())) {
            return BatchValidity.drop(Reason.ORIGIN_GOES_BACK);
        }
        if (steps > 1 || steps < 0) {
            return BatchValidity.drop(Reason.ORIGIN_JUMPS);
        }
        if (steps >= epochs.size()) {
            return new BatchValidity.Undecided(Optional.empty());
        }
        Epoch origin = epochs.get((int) steps);
        if (!batch.epochHash().equals(origin.block().hash())) {
            return BatchValidity.drop(Reason.WRONG_ORIGIN);
        }
        return content(batch, origin, epochs, steps == 0);
    }

    private Optional<BatchValidity> byTime(long unixSeconds, SafeHead parent, BlockRef included) {
        long next = parent.unixSeconds() + rollup.chain().blockSeconds();
        boolean holocene = rollup.has(OpFork.HOLOCENE, included.unixSeconds());
        if (isBefore(next, unixSeconds)) {
            return Optional.of(holocene ? BatchValidity.drop(Reason.TOO_NEW) : new BatchValidity.Future());
        }
        if (isBefore(unixSeconds, next)) {
            return Optional.of(holocene ? new BatchValidity.Past() : BatchValidity.drop(Reason.TOO_OLD));
        }
        return Optional.empty();
    }

    private BatchValidity content(SingularBatch batch, Epoch origin, List<Epoch> epochs, boolean sameOrigin) {
        long time = batch.unixSeconds();
        if (time < origin.unixSeconds()) {
            return BatchValidity.drop(Reason.BEFORE_ORIGIN);
        }
        boolean empty = batch.transactions().isEmpty();
        // Upgrades before Jovian did not have this rule.
        if (!empty && (rollup.begins(OpFork.JOVIAN, time) || rollup.begins(OpFork.KARST, time))) {
            return BatchValidity.drop(Reason.NOT_EMPTY_AT_UPGRADE);
        }
        Optional<Epoch> next = epochs.size() > 1 ? Optional.of(epochs.get(1)) : Optional.empty();
        Optional<BatchValidity> drifted = drift(time, empty, origin, sameOrigin, next);
        return drifted.or(() -> transactions(batch.transactions(), time)).orElseGet(BatchValidity.Accept::new);
    }

    /// A sequencer that has run ahead of L1 may add nothing but empty blocks, and these only while L1 is
    /// not there yet.
    /// @param sameOrigin whether the block has its parent's origin
    /// @param next the L1 block after the origin
    Optional<BatchValidity> drift(long time, boolean empty, Epoch origin, boolean sameOrigin, Optional<Epoch> next) {
        if (time <= origin.unixSeconds() + rollup.sequencerDrift(origin.unixSeconds())) {
            return Optional.empty();
        }
        if (!empty) {
            return Optional.of(BatchValidity.drop(Reason.DRIFTED));
        }
        if (!sameOrigin) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            return Optional.of(new BatchValidity.Undecided(Optional.empty()));
        }
        return time >= next.get().unixSeconds() ? Optional.of(BatchValidity.drop(Reason.DRIFTED)) : Optional.empty();
    }

    Optional<BatchValidity> transactions(List<Bytes> transactions, long time) {
        for (Bytes each : transactions) {
            if (each.isEmpty()) {
                return Optional.of(BatchValidity.drop(Reason.EMPTY_TRANSACTION));
            }
            if (each.at(0) == DepositTransaction.TYPE) {
                return Optional.of(BatchValidity.drop(Reason.DEPOSIT));
            }
            if (each.at(0) == SET_CODE && !rollup.has(OpFork.ISTHMUS, time)) {
                return Optional.of(BatchValidity.drop(Reason.TYPE_TOO_EARLY));
            }
        }
        return Optional.empty();
    }

    /// Batches' numbers are unsigned.
    static boolean isBefore(long first, long second) {
        return Long.compareUnsigned(first, second) < 0;
    }
}
