package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.source.Route;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.ui.session.PlayedWorld;

/// The world of *Try without money*, kept for tomorrow beside the user's own profile.
class KeptWorldTest {
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Instant TODAY = Instant.parse("2026-11-21T13:05:00Z");

    @TempDir
    Path folder;

    private Path own;
    private Path kept;

    @BeforeEach
    void ownProfile() throws IOException {
        own = folder.resolve("lifeboat");
        kept = folder.resolve("lifeboat-play");
        Files.createDirectories(own);
        Files.writeString(own.resolve("keys.vault"), "real money");
    }

    private PlaySession open(Instant now) throws IOException {
        return PlaySession.open(own, InstantSource.fixed(now));
    }

    private static PlayedWorld world(PlaySession session) {
        return session.world().orElseThrow();
    }

    /// An account, with what a newcomer is given.
    private static void come(PlaySession session) {
        session.profile().storage().accounts().put(new Account(OWNER, "Mine", new Account.Kind.WatchOnly(), 0, false));
        session.giveToNewAccounts();
    }

    private static BigInteger held(PlaySession session) {
        return session.sandbox()
                .l1()
                .history()
                .newest()
                .state()
                .account(OWNER)
                .orElseThrow()
                .balance()
                .value();
    }

    private static Row refresh(PlaySession session) throws InterruptedException {
        try (Online online = new Online(session.profile(), Route.DIRECT, _ -> {})) {
            Balances balances = new Balances(
                    session.profile().storage().balances(), session.profile().clock(), online.vouching());
            Watch watch = new Watch(PlayMoney.NETWORK, online.sources(PlayChain.ID), List.of(OWNER), List.of());
            return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                    .networks()
                    .getFirst()
                    .rows()
                    .getFirst();
        }
    }

    /// @param later days by the computer's clock
    @ParameterizedTest
    @ValueSource(longs = {1, 10, -10})
    void keptForTomorrow_itGoesOn_whereverTheComputersClockIs(long later) throws IOException, InterruptedException {
        Instant closed;
        try (PlaySession session = open(TODAY)) {
            come(session);
            world(session).keep(true);
            session.sandbox().pass(Duration.ofSeconds(30));
            refresh(session);
            closed = session.profile().clock().instant();
        }

        try (PlaySession again = open(TODAY.plus(Duration.ofDays(later)))) {
            assertThat(again.profile().clock().instant()).isEqualTo(closed);
            assertThat(world(again).kept()).isTrue();
            assertThat(world(again).lost()).isFalse();
            again.giveToNewAccounts();
            assertThat(held(again))
                    .as("given once")
                    .isEqualTo(PlayWorld.ether(10).value());
            L1Node l1 = again.sandbox().l1();
            l1.finaliseNewest();
            l1.clock().advance(Duration.ofSeconds(10));
            assertThat(refresh(again).vouched())
                    .isInstanceOfSatisfying(
                            Vouched.Known.class,
                            known -> assertThat(known.figure().assurance().level())
                                    .isEqualTo(Assurance.Level.FINAL));
            assertThat(stage(again)).isEqualTo(ExitStage.CAN_PROVE);
            assertThat(again.sandbox().rollup().faults().all()).isEmpty();
        }
        assertThat(own.resolve("keys.vault")).hasContent("real money");
    }

    /// Of the exit that a newcomer finds under way.
    private static ExitStage stage(PlaySession session) throws IOException {
        for (int i = 0; i < 3; i++) {
            session.sandbox().pass(Duration.ofSeconds(12));
            session.sandbox().l1().mine();
        }
        session.sandbox().pass(Duration.ofSeconds(12));
        try (Online online = new Online(session.profile(), Route.DIRECT, _ -> {})) {
            Exits exits =
                    new Exits(session.profile().storage(), session.profile().clock(), Duration.ofSeconds(20));
            assertThat(exits.all()).hasSize(1);
            return ExitReport.of(exits.look(
                            exits.all().getFirst(),
                            online.exitPlace(PlayMoney.ROLLUP).orElseThrow()))
                    .stage();
        }
    }

    @Test
    void notKept_orNoLonger_nothingStays() throws IOException {
        try (PlaySession session = open(TODAY)) {
            assertThat(world(session).kept()).isFalse();
            assertThat(kept).exists();
        }
        assertThat(kept).doesNotExist();
        try (PlaySession session = open(TODAY)) {
            world(session).keep(true);
        }
        assertThat(kept).exists();
        try (PlaySession session = open(TODAY)) {
            world(session).keep(false);
        }
        assertThat(kept).doesNotExist();
        assertThat(own.resolve("keys.vault")).hasContent("real money");
    }

    @Test
    void whatAWindowLeft_thatWasKilled_isClearedAway_andNotGoneOnWith() throws IOException {
        assertThat(PlayMoney.mark(kept)).isTrue();
        Files.writeString(kept.resolve("world"), "half a world");

        try (PlaySession session = open(TODAY)) {
            assertThat(world(session).kept()).isFalse();
            assertThat(world(session).lost()).isFalse();
            assertThat(session.profile().folder()).isEqualTo(kept);
        }
        assertThat(kept).doesNotExist();
    }

    @Test
    void whatIsNoPlayMoney_isNotTouched_andTheWorldCannotBeKept() throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("keys.vault"), "somebody's");

        try (PlaySession session = open(TODAY)) {
            assertThat(session.world()).isEmpty();
            assertThat(session.profile().folder()).isNotEqualTo(kept);
        }
        assertThat(kept.resolve("keys.vault")).hasContent("somebody's");
    }

    @Test
    void aWorldThatAnotherWindowHas_isLeftToIt() throws IOException {
        try (PlaySession first = open(TODAY)) {
            world(first).keep(true);
            try (PlaySession second = open(TODAY)) {
                assertThat(second.world()).isEmpty();
            }
            assertThat(world(first).kept()).isTrue();
        }
        assertThat(kept).exists();
    }

    @Test
    void aKeptWorldThatIsDamaged_isReplaced_andThatIsSaid() throws IOException {
        try (PlaySession session = open(TODAY)) {
            world(session).keep(true);
        }
        Files.writeString(kept.resolve("world"), "my diary\n");

        try (PlaySession again = open(TODAY)) {
            assertThat(world(again).lost()).isTrue();
            assertThat(world(again).kept()).isFalse();
            Sandbox sandbox = again.sandbox();
            assertThat(sandbox.l1().history().newest().number()).isPositive();
        }
    }
}
