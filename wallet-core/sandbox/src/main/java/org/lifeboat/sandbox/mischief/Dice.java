package org.lifeboat.sandbox.mischief;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Chance for one answer after the other. It follows from a seed and from how often that answer was given, so
/// that the order in which several threads ask changes nothing. Thread-safe.
final class Dice {
    private final long seed;

    /// By the answer's fingerprint.
    private final Map<Integer, Integer> given = new HashMap<>();

    Dice(long seed) {
        // Neighbouring seeds are kept apart.
        this.seed = new SplittableRandom(seed).nextLong();
    }

    RandomGenerator of(String method, JsonNode honest) {
        int fingerprint = (method + honest).hashCode();
        return new SplittableRandom(seed ^ ((long) fingerprint << 32 | times(fingerprint)));
    }

    private synchronized int times(int fingerprint) {
        return given.merge(fingerprint, 1, Integer::sum);
    }
}
