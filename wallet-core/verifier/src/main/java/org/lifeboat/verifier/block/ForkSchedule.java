package org.lifeboat.verifier.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;

/// Which rules hold from when on a chain.
/// @param steps oldest first; the last one that has begun holds
/// @param reviewedAt Unix seconds, unsigned: what had been announced by then is in `steps`; of later blocks it may be
/// that a fork began which is not
public record ForkSchedule(List<Step> steps, long reviewedAt) {
    /// For a chain whose forks are decided here, as in a test: nothing can be missing. Times are unsigned.
    private static final long FOR_EVER = -1;

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

    /// Nothing is ever added to these.
    public ForkSchedule(List<Step> steps) {
        this(steps, FOR_EVER);
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

    public ForkSchedule reviewed(long unixSeconds) {
        return new ForkSchedule(steps, unixSeconds);
    }

    private ForkSchedule with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ForkSchedule(longer, reviewedAt);
    }

    /// @param unixSeconds unsigned
    /// @return empty before the first step
    public Optional<Step> at(long number, long unixSeconds) {
        return steps.reversed().stream()
                .filter(step -> step.began(number, unixSeconds))
                .findFirst();
    }
}
