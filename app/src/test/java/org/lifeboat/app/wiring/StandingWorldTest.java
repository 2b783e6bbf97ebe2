package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// A profile of play money while its sandbox does not run: its time is the world's, which stands still, and never
/// the computer's.
class StandingWorldTest {
    private static final Instant TODAY = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);

    @TempDir
    Path folder;

    private Instant computers = TODAY;
    private final InstantSource clock = () -> computers;
    private Path home;

    @BeforeEach
    void mark() throws IOException {
        home = folder.resolve("play");
        assertThat(PlayMoney.mark(home)).isTrue();
    }

    private Sandbox connected() throws IOException {
        Sandbox sandbox = Sandbox.start(clock, 0, "test", List.of(RollupPlan.FIRST));
        try (Profile profile = Profile.fresh(home, clock)) {
            PlayMoney.connect(profile, sandbox);
        }
        return sandbox;
    }

    private record Seen(Instant now, boolean stands) {}

    private Seen seen() {
        try (Profile profile = Profile.fresh(home, clock)) {
            return new Seen(profile.clock().instant(), profile.worldStands());
        }
    }

    @Test
    void whileItRuns_itsTimeGoesOn() throws IOException {
        try (Sandbox sandbox = connected()) {
            sandbox.l1().clock().advance(Duration.ofHours(5));
            computers = TODAY.plusSeconds(60);

            assertThat(seen())
                    .isEqualTo(new Seen(TODAY.plus(Duration.ofHours(5)).plusSeconds(60), false));
        }
    }

    @Test
    void onceItIsClosed_itsTimeStands_howeverLateItIsOnTheComputer() throws IOException {
        try (Sandbox sandbox = connected()) {
            sandbox.l1().clock().advance(Duration.ofHours(5));
            computers = TODAY.plusSeconds(60);
        }
        Instant closed = TODAY.plus(Duration.ofHours(5)).plusSeconds(60);

        computers = TODAY.plus(EIGHT_DAYS);
        assertThat(seen()).isEqualTo(new Seen(closed, true));
        computers = TODAY.minus(EIGHT_DAYS);
        assertThat(seen()).isEqualTo(new Seen(closed, true));
    }

    @Test
    void anotherWorld_letsTimeGoOn() throws IOException {
        connected().close();
        computers = TODAY.plus(EIGHT_DAYS);

        try (Sandbox _ = connected()) {
            assertThat(seen()).isEqualTo(new Seen(TODAY.plus(EIGHT_DAYS), false));
        }
    }

    /// The process of the sandbox was killed: the last that is known of its time is its newest block's.
    @Test
    void afterAKill_itsTimeIsThatOfItsNewestBlock() throws IOException {
        Instant newest;
        Path left = folder.resolve("left");
        try (Sandbox sandbox = connected()) {
            computers = TODAY.plusSeconds(600);
            sandbox.l1().mine();
            newest = Instant.ofEpochSecond(
                    sandbox.l1().history().newest().header().unixSeconds());
            computers = TODAY.plusSeconds(611);
            copy(home, left);
        }
        computers = TODAY.plus(EIGHT_DAYS);
        home = left;

        assertThat(seen()).isEqualTo(new Seen(newest, true));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aProfileOfRealMoney_hasNoWorld() {
        home = folder.resolve("real");

        assertThat(seen()).isEqualTo(new Seen(TODAY, false));
    }
}
