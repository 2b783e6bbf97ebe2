package org.lifeboat.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a source's behaviour since the program started.
/// @param requests HTTP requests sent, repeats included
/// @param failures requests without a usable answer
/// @param failuresInARow since the last answer
/// @param waitsAskedFor how often the source asked for fewer requests
/// @param latency smoothed time of an answered request
/// @param newestBlock the block number that it last named as its head; for its lag behind others
/// @param lastError the newest problem, in words
/// @param proofsThatDisagreed how often an answer was refuted; one is enough to set a source aside
public record Health(
        long requests,
        long failures,
        int failuresInARow,
        int waitsAskedFor,
        Optional<Duration> latency,
        Optional<Instant> lastAnswer,
        OptionalLong newestBlock,
        Optional<String> lastError,
        int proofsThatDisagreed) {
    public static final Health UNKNOWN =
            new Health(0, 0, 0, 0, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), 0);

    /// Weight of the newest latency: one in four.
    private static final int SMOOTHING = 4;

    public boolean setAside() {
        return proofsThatDisagreed > 0;
    }

    /// How many blocks this source is behind a head that another source named; empty if it named none itself.
    public OptionalLong lagBehind(long head) {
        return newestBlock.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, head - newestBlock.getAsLong()));
    }

    public Health answered(Duration took, Instant when) {
        Duration smoothed = latency.map(
                        before -> before.multipliedBy(SMOOTHING - 1).plus(took).dividedBy(SMOOTHING))
                .orElse(took);
        return new Health(
                requests + 1,
                failures,
                0,
                waitsAskedFor,
                Optional.of(smoothed),
                Optional.of(when),
                newestBlock,
                lastError,
                proofsThatDisagreed);
    }

    /// @param toWait the source asked for fewer requests
    public Health failed(String why, boolean toWait) {
        return new Health(
                requests + 1,
                failures + 1,
                failuresInARow + 1,
                toWait ? waitsAskedFor + 1 : waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                Optional.of(why),
                proofsThatDisagreed);
    }

    /// A problem in an answer that came: it counts as answered, and its words are kept.
    public Health objected(String why, boolean toWait, boolean refuted) {
        return new Health(
                requests,
                failures,
                failuresInARow,
                toWait ? waitsAskedFor + 1 : waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                Optional.of(why),
                refuted ? proofsThatDisagreed + 1 : proofsThatDisagreed);
    }

    /// May go down: a chain can reorganise, and a back end can lag.
    public Health namedHead(long number) {
        return new Health(
                requests,
                failures,
                failuresInARow,
                waitsAskedFor,
                latency,
                lastAnswer,
                OptionalLong.of(number),
                lastError,
                proofsThatDisagreed);
    }
}
