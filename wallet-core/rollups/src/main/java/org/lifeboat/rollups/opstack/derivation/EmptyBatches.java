package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;

/// Blocks that are made without the sequencer, once its time is over. Source: derivation, "Batch Queue",
/// "an empty batch can be derived".
final class EmptyBatches {
    private EmptyBatches() {}

    /// May take the first of the epochs away, when no more blocks are to be made on it.
    /// @param atEnd whether all batches of the L1 block were looked at
    static Optional<SingularBatch> next(RollupConfig rollup, BatchStage.Place place, boolean atEnd) {
        List<Epoch> epochs = place.epochs();
        Epoch epoch = epochs.getFirst();
        long expires = epoch.number() + rollup.limits().sequencingWindow();
        boolean over = expires < place.l1().number() || (expires == place.l1().number() && atEnd);
        if (!over || epochs.size() < 2) {
            return Optional.empty();
        }
        long time = place.head().unixSeconds() + rollup.chain().blockSeconds();
        boolean firstOfEpoch = epoch.number() == place.head().origin().number() + 1;
        // The next origin is not there yet at that time; and every origin has at least one block.
        if (time < epochs.get(1).unixSeconds() || firstOfEpoch) {
            return Optional.of(new SingularBatch(
                    place.head().hash(), epoch.number(), epoch.block().hash(), time, List.of()));
        }
        epochs.removeFirst();
        return Optional.empty();
    }
}
