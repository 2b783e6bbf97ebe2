package org.lifeboat.verifier.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;

/// Which rules hold from when on a chain.
/// @param steps oldest first; the last one that has begun holds
public record ForkSchedule(List<Step> steps) {
    /// @param fromNumber the first block; with `fromTime` 0
    /// @param fromTime Unix seconds; with `fromNumber` 0
    /// @param blobs of the fork, or of the schedule that a blob-parameter fork brought (EIP-7892)
    public record Step(long fromNumber, long fromTime, Fork fork, BlobSchedule blobs) {
        private boolean began(long number, long unixSeconds) {
            return number >= fromNumber && Long.compareUnsigned(unixSeconds, fromTime) >= 0;
        }
    }

    public ForkSchedule {
        steps = List.copyOf(steps);
    }

    /// One fork from the first block on.
    public static ForkSchedule always(Fork fork) {
        return new ForkSchedule(List.of(new Step(0, 0, fork, fork.rules().blobs())));
    }

    public ForkSchedule atNumber(long number, Fork fork) {
        return with(new Step(number, 0, fork, fork.rules().blobs()));
    }

    public ForkSchedule atTime(long unixSeconds, Fork fork) {
        return with(new Step(0, unixSeconds, fork, fork.rules().blobs()));
    }

    /// The fork stays, its blobs change (EIP-7892).
    public ForkSchedule blobsAtTime(long unixSeconds, BlobSchedule blobs) {
        return with(new Step(0, unixSeconds, steps.getLast().fork(), blobs));
    }

    private ForkSchedule with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ForkSchedule(longer);
    }

    /// @param unixSeconds unsigned
    /// @return empty before the first step
    public Optional<Step> at(long number, long unixSeconds) {
        return steps.reversed().stream()
                .filter(step -> step.began(number, unixSeconds))
                .findFirst();
    }
}
