package org.lifeboat.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a source's behaviour since the program started.
/// @param requests HTTP requests sent, repeats included
/// @param latency smoothed time of an answered request
/// @param newestBlock the highest block number it named as its head; for its lag behind others
/// @param lastError the newest problem, in words
/// @param proofsThatDisagreed how often an answer was refuted; one is enough to set a source aside
public record Health(
        long requests,
        long failures,
        Optional<Duration> latency,
        Optional<Instant> lastAnswer,
        OptionalLong newestBlock,
        Optional<String> lastError,
        int proofsThatDisagreed) {
    public static final Health UNKNOWN =
            new Health(0, 0, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), 0);

    public boolean setAside() {
        return proofsThatDisagreed > 0;
    }

    /// How many blocks this source is behind a head that another source named; empty if it named none itself.
    public OptionalLong lagBehind(long head) {
        return newestBlock.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, head - newestBlock.getAsLong()));
    }
}
