package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lifeboat.rollups.opstack.Game;

/// How often roots were posted lately. What will be posted, nobody knows.
/// @param newest when the last usable one was posted, in L1 time
/// @param block of the L2 that it covers
/// @param between the middle one of the pauses between the last few
/// @param longest of the same pauses; empty where there was only one, which is no rhythm to be late against
/// @param clock how long a contest over the newest can take one side; empty where its kind has none
public record RootRhythm(
        Instant newest, long block, Duration between, Optional<Duration> longest, Optional<Duration> clock) {
    /// How many roots are looked at.
    public static final int ROOTS = 8;

    /// @param games newest first
    /// @return empty where fewer than two of them count
    public static Optional<RootRhythm> of(List<Game> games) {
        List<Game> usable = games.stream()
                .filter(Game::usable)
                .sorted(Comparator.comparing(Game::createdAt).reversed())
                .toList();
        if (usable.size() < 2) {
            return Optional.empty();
        }
        List<Duration> pauses = IntStream.range(1, usable.size())
                .mapToObj(i -> Duration.between(at(usable.get(i)), at(usable.get(i - 1))))
                .sorted()
                .toList();
        Game newest = usable.getFirst();
        Optional<Duration> longest = Optional.of(pauses.getLast()).filter(_ -> pauses.size() > 1);
        return Optional.of(new RootRhythm(
                at(newest), newest.block().number(), pauses.get(pauses.size() / 2), longest, newest.clock()));
    }

    private static Instant at(Game game) {
        return game.createdAt().toInstant();
    }

    /// When the next one is due if nothing changes; later than `now` where they are late.
    public Instant next(Instant now) {
        Instant due = newest.plus(between);
        return due.isBefore(now) ? now.plus(between) : due;
    }

    /// Whether two were due since the last one, and it was never this long lately: some chains post when somebody
    /// asks for a root, close together and then not for long.
    public boolean late(Instant now) {
        return newest.plus(between.multipliedBy(2)).isBefore(now)
                && longest.filter(pause -> newest.plus(pause).isBefore(now)).isPresent();
    }
}
