package org.lifeboat.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of a source's behaviour since the program started.
/// @param latency smoothed time of an answered request
/// @param lastError the newest problem, in words
/// @param proofsThatDisagreed how often an answer was refuted; one is enough to set a source aside
public record Health(
        long requests,
        long failures,
        Optional<Duration> latency,
        Optional<Instant> lastAnswer,
        Optional<String> lastError,
        int proofsThatDisagreed) {
    public static final Health UNKNOWN = new Health(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public boolean setAside() {
        return proofsThatDisagreed > 0;
    }
}
