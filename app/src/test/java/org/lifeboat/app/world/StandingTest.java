package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.diagnosis.Diagnosis.Kind;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.sandbox.world.PlayWorld;

/// How a whole rollup stands, told from its L1 over real JSON-RPC; and how far a payment on it has come.
class StandingTest {
    /// Short, so that data that stay away are noticed after minutes. Unit: L1 blocks.
    private static final long WINDOW = 60;

    private static final int MOST_LOOKS = 60;

    private WorldWallet wallet;
    private ChainMonitor monitor;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.quick(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
        monitor = new ChainMonitor(wallet.storage().settings(), wallet::now, WorldWallet.PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    /// After two blocks of L1.
    private ChainMonitor.Seen look() throws InterruptedException {
        wallet.blocks(2);
        ChainMonitor.Seen seen = monitor.round(List.of(new ChainMonitor.Place(wallet.place(), WINDOW, List.of())))
                .getFirst();
        monitor.remember(seen);
        return seen;
    }

    private Diagnosis until(String what, Predicate<Diagnosis> wanted) throws InterruptedException {
        Diagnosis seen = look().diagnosis();
        for (int look = 1; look < MOST_LOOKS && !wanted.test(seen); look++) {
            seen = look().diagnosis();
        }
        assertThat(seen).as(what).matches(wanted);
        return seen;
    }

    private Diagnosis until(Kind kind) throws InterruptedException {
        return until(kind.name(), diagnosis -> found(diagnosis, kind));
    }

    /// Roots come with withdrawals in this world, and so may count as late.
    private static boolean found(Diagnosis diagnosis, Kind kind) {
        return diagnosis.first() == kind || diagnosis.also().contains(kind);
    }

    private void watchForAWhile() throws InterruptedException {
        until("all was looked at", diagnosis -> diagnosis.lacks().isEmpty());
        for (int look = 0; look < 20; look++) {
            assertThat(look().diagnosis())
                    .as("nothing is wrong with the data")
                    .matches(diagnosis -> !found(diagnosis, Kind.WITHHELD) && !found(diagnosis, Kind.STANDS_STILL));
        }
    }

    private void tell(String actor, String conduct) {
        wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\"," + conduct + "]");
    }

    @Test
    void aPause_isSeenAsSoonAsASignedBlockHasIt() throws InterruptedException {
        watchForAWhile();

        wallet.l2Door.rpc("sandbox_pauseBridge", "[true]");
        look();
        assertThat(look().diagnosis().first()).isEqualTo(Kind.PAUSED);
        wallet.l2Door.rpc("sandbox_pauseBridge", "[false]");
        look();
        assertThat(look().diagnosis()).matches(diagnosis -> !found(diagnosis, Kind.PAUSED));
    }

    @Test
    void withheldData_areSeenWhileTheSequencerSpeaks() throws InterruptedException {
        watchForAWhile();

        tell("batcher", "{\"kind\":\"stop\"}");
        assertThat(until(Kind.WITHHELD).since()).isPresent();
    }

    @Test
    void aSequencerThatIsGone_isToldFromASourceThatIsDown() throws InterruptedException {
        watchForAWhile();

        tell("sequencer", "{\"kind\":\"stop\"}");
        until(Kind.STANDS_STILL);
        until(Kind.SEQUENCER_SILENT);
    }

    @Test
    void aPayment_climbsUntilARootCoversIt_andEachStepIsSaidOnce() throws InterruptedException {
        assertThat(wallet.carryOut(wallet.begin(ExitState.Way.SEQUENCER, PlayWorld.ether(1))))
                .isTrue();
        ChainMonitor.Memory memory = new ChainMonitor.Memory();
        List<Climb.Step> steps = new ArrayList<>();
        for (int look = 0; look < MOST_LOOKS && !steps.contains(Climb.Step.COVERED); look++) {
            wallet.blocks(2);
            ChainRounds rounds = rounds(memory);
            ChainRounds.Round round = rounds.round();
            round.news().forEach(news -> {
                if (news instanceof ChainRounds.News.Moved moved) {
                    steps.add(moved.now().step());
                }
            });
            rounds.told(round);
        }

        assertThat(steps).endsWith(Climb.Step.COVERED).doesNotHaveDuplicates().isSorted();
    }

    /// Said first and remembered then; nobody looks more often than hourly.
    @Test
    void aBridgeWithAnotherCode_isToldOnce() throws InterruptedException {
        assertThat(upgrades()).as("the first look has nothing to compare with").isZero();

        wallet.l2Door.rpc("sandbox_changePortal", "[]");
        wallet.blocks(3);
        ChainMonitor.Memory memory = new ChainMonitor.Memory();
        ChainRounds.Round untold = rounds(memory).round();
        assertThat(untold.news()).anyMatch(ChainRounds.News.Upgraded.class::isInstance);
        assertThat(rounds(memory).round().news())
                .as("within the hour nobody asks again")
                .noneMatch(ChainRounds.News.Upgraded.class::isInstance);
        assertThat(upgrades()).as("killed before it was told: again").isOne();
        assertThat(upgrades()).as("told").isZero();
    }

    /// By a program that was started anew.
    private long upgrades() throws InterruptedException {
        ChainRounds rounds = rounds(new ChainMonitor.Memory());
        ChainRounds.Round round = rounds.round();
        rounds.told(round);
        return round.news().stream()
                .filter(ChainRounds.News.Upgraded.class::isInstance)
                .count();
    }

    /// As a program that was started anew.
    private ChainRounds rounds(ChainMonitor.Memory memory) {
        return new ChainRounds(
                memory, wallet.storage(), wallet.places(), _ -> WINDOW, wallet::now, Duration.ofSeconds(20));
    }
}
