package org.lifeboat.rpc;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often a request is repeated and how long is waited before: doubling, with a random part so that many
/// wallets do not come back in step.
/// @param attempts in all, the first one included
/// @param firstWait before the second attempt, at most
/// @param longestWait bound of one wait that the server did not ask for
/// @param pause the waiting itself
public record Patience(int attempts, Duration firstWait, Duration longestWait, RandomGenerator random, Pause pause) {

    /// Waits. A test puts a counter in its place.
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public static Patience standard() {
        return new Patience(
                3, Duration.ofMillis(250), Duration.ofSeconds(4), RandomGenerator.getDefault(), Thread::sleep);
    }

    /// @param attempt the one that has just failed, from 1
    /// @param asked what the server asked for (`Retry-After`); never less is waited
    public Duration before(int attempt, Optional<Duration> asked) {
        long bound = Math.min(longestWait.toMillis(), firstWait.toMillis() << Math.min(attempt - 1, 16));
        Duration own = Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
        return asked.filter(time -> time.compareTo(own) > 0).orElse(own);
    }
}
