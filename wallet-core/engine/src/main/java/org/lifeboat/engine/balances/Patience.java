package org.lifeboat.engine.balances;

import java.time.Duration;

/// How long a refresh waits.
/// @param beforeNext a source that has not named its head within this is joined by the next one
/// @param firstAnswer a network none of whose sources has named its head within this is given up for now
/// @param whole no network takes longer than this
public record Patience(Duration beforeNext, Duration firstAnswer, Duration whole) {
    /// For a sheet that somebody is waiting for.
    public static final Patience SCREEN =
            new Patience(Duration.ofMillis(700), Duration.ofMillis(2_500), Duration.ofSeconds(15));

    /// For slow lines and proxies.
    public static final Patience SLOW_LINE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));
}
