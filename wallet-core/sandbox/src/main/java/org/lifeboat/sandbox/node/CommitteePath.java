package org.lifeboat.sandbox.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.lightclient.Preset;

/// Where empty blocks must stand so that light clients can follow, however far time is moved: in each
/// sync-committee period that is left behind, one block and three epochs later another, whose state holds the first
/// as final. That is what brings a light client the committee of the period after
/// (altair/light-client/sync-protocol.md, `apply_light_client_update`). Where blocks come every few seconds there
/// are such pairs anyway.
///
/// @param newest slot of the newest block
/// @param finalized slot of the block that the newest one's state holds as final
record CommitteePath(Preset preset, long newest, Optional<Long> finalized) {
    /// Where a period's pair stands, from the period's begin.
    private static final int FIRST_EPOCH = 1;

    private static final int SECOND_EPOCH = 4;

    /// A block is final by the first block so many epochs after the one that it opened or stood before.
    private static final int EPOCHS_TO_FINALITY = 2;

    /// @param wanted the slot of the block that is to come
    /// @return slots between the newest block and that, both excluded, ascending
    List<Long> upTo(long wanted) {
        List<Long> slots = new ArrayList<>();
        long period = preset.periodAt(newest);
        long last = preset.periodAt(wanted);
        if (newest == 0) {
            addPair(slots, period, wanted); // Slot 0 never becomes final as a block.
        } else if (period < last
                && finalized.map(preset::periodAt).filter(of -> of == period).isEmpty()) {
            int epoch = preset.slotsPerEpoch();
            slots.add((Math.ceilDiv(newest, epoch) + EPOCHS_TO_FINALITY) * epoch);
        }
        for (long next = period + 1; next <= last; next++) {
            addPair(slots, next, wanted);
        }
        return slots;
    }

    /// Both or neither: what comes early in a period can still be followed up.
    private void addPair(List<Long> slots, long period, long wanted) {
        long begin = period * preset.slotsPerPeriod();
        long second = begin + (long) SECOND_EPOCH * preset.slotsPerEpoch();
        if (second < wanted) {
            slots.add(begin + (long) FIRST_EPOCH * preset.slotsPerEpoch());
            slots.add(second);
        }
    }
}
