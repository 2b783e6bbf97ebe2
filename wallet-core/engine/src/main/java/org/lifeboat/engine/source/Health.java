package org.lifeboat.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a source's behaviour. Counts of requests are since the program started; the rest is
/// remembered from run to run (see [HealthBook]).
/// @param requests HTTP requests sent, repeats included
/// @param failures requests without a usable answer
/// @param failuresInARow since the last answer
/// @param waitsAskedFor how often the source asked for fewer requests
/// @param latency smoothed time of an answered request
/// @param newestBlock the highest block that it has lately named or shown to know; for its lag behind others
/// @param lastError the newest problem, in words
/// @param proofsThatDisagreed how often an answer was refuted; one is enough to set a source aside
/// @param caught what it was caught with last; stays until the user trusts the source again
public record Health(
        long requests,
        long failures,
        int failuresInARow,
        int waitsAskedFor,
        Optional<Duration> latency,
        Optional<Instant> lastAnswer,
        OptionalLong newestBlock,
        Optional<String> lastError,
        int proofsThatDisagreed,
        Optional<Caught> caught) {
    public static final Health UNKNOWN = new Health(
            0,
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            0,
            Optional.empty());

    /// Weight of the newest latency: one in four.
    private static final int SMOOTHING = 4;

    /// @param at by this computer's clock
    public record Caught(Instant at, Refutation what) {}

    /// Nothing that a source says is used while it is set aside.
    public boolean setAside() {
        return caught.isPresent();
    }

    /// How many blocks this source is behind a head that another source named; empty if it named none itself.
    public OptionalLong lagBehind(long head) {
        return newestBlock.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, head - newestBlock.getAsLong()));
    }

    /// What is still of use in another run: how it answered, where its chain stood, what it was caught with.
    public Health remembered() {
        return new Health(
                0,
                0,
                failuresInARow,
                0,
                latency,
                Optional.empty(),
                newestBlock,
                Optional.empty(),
                proofsThatDisagreed,
                caught);
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
                proofsThatDisagreed,
                caught);
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
                proofsThatDisagreed,
                caught);
    }

    /// The caller gave up: that says nothing about the source.
    public Health givenUp() {
        return new Health(
                requests + 1,
                failures,
                failuresInARow,
                waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                lastError,
                proofsThatDisagreed,
                caught);
    }

    /// A problem in an answer that came: it counts as answered, and its words are kept.
    public Health objected(String why, boolean toWait) {
        return new Health(
                requests,
                failures,
                failuresInARow,
                toWait ? waitsAskedFor + 1 : waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                Optional.of(why),
                proofsThatDisagreed,
                caught);
    }

    public Health caught(Instant when, Refutation what) {
        return new Health(
                requests,
                failures,
                failuresInARow,
                waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                Optional.of(what.inWords()),
                proofsThatDisagreed + 1,
                Optional.of(new Caught(when, what)));
    }

    /// The user believes the source again, on purpose.
    public Health trustedAgain() {
        return new Health(
                requests,
                failures,
                failuresInARow,
                waitsAskedFor,
                latency,
                lastAnswer,
                newestBlock,
                Optional.empty(),
                0,
                Optional.empty());
    }

    /// What the source itself calls its newest block. May go down: a chain can reorganise, and a back end can
    /// lag.
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
                proofsThatDisagreed,
                caught);
    }

    /// The source was asked for a block by its number and has it.
    public Health knowsBlock(long number) {
        return newestBlock.orElse(-1) < number ? namedHead(number) : this;
    }
}
