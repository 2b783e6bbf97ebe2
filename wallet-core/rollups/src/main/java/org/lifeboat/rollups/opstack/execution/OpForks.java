package org.lifeboat.rollups.opstack.execution;

import java.util.EnumMap;
import java.util.Map;

/// When a chain's forks begin, in Unix seconds of the L2 block. A fork that is not named has no time yet.
public record OpForks(Map<OpFork, Long> times) {
    public OpForks {
        times = Map.copyOf(times);
    }

    /// The newest fork that is active in a block of that time; Bedrock before all others.
    public OpFork at(long unixSeconds) {
        OpFork active = OpFork.BEDROCK;
        for (Map.Entry<OpFork, Long> entry : new EnumMap<>(withBedrock()).entrySet()) {
            if (Long.compareUnsigned(entry.getValue(), unixSeconds) <= 0) {
                active = entry.getKey();
            }
        }
        return active;
    }

    private Map<OpFork, Long> withBedrock() {
        Map<OpFork, Long> all = new EnumMap<>(OpFork.class);
        all.put(OpFork.BEDROCK, 0L);
        all.putAll(times);
        return all;
    }

    /// Whether a block is the first of `fork`: active in it, and not in its parent.
    public boolean begins(OpFork fork, long parentUnixSeconds, long unixSeconds) {
        return at(unixSeconds).isAtLeast(fork) && !at(parentUnixSeconds).isAtLeast(fork);
    }
}
