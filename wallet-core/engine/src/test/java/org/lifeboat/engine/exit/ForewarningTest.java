package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.Forewarning.Wish;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// What is said before something is begun.
class ForewarningTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Duration WINDOW = Duration.ofHours(12);
    private static final Optional<Wei> COST = Optional.of(Wei.of(7));
    private static final Forewarning.Runs RUNS = new Forewarning.Runs("node.example", 5, NOW);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    private static final RootRhythm RHYTHM = new RootRhythm(
            NOW.minusSeconds(60), 40, Duration.ofHours(1), Optional.of(Duration.ofHours(1)), Optional.of(WINDOW));

    @Test
    void theUsualWay_ofAnOpenBridge_needsNoWarning() {
        assertThat(Forewarning.of(Wish.WITHDRAWAL, ground(read(false), Optional.of(RUNS)), COST))
                .isEmpty();
    }

    @Test
    void forcing_saysThatTheSequencerIsWell_beforeWhatForcingCosts() {
        assertThat(Forewarning.of(Wish.FORCED_PAYMENT, ground(read(false), Optional.of(RUNS)), COST))
                .containsExactly(RUNS, new Forewarning.ForcedPayment(NOW.plus(WINDOW), COST));
        assertThat(Forewarning.of(Wish.FORCED_PAYMENT, ground(read(false), Optional.empty()), COST))
                .containsExactly(new Forewarning.ForcedPayment(NOW.plus(WINDOW), COST));
        assertThat(Forewarning.of(Wish.FORCED_WITHDRAWAL, ground(read(false), Optional.empty()), COST))
                .singleElement()
                .isInstanceOfSatisfying(Forewarning.ForcedWithdrawal.class, forced -> {
                    assertThat(forced.effect()).isEqualTo(NOW.plus(WINDOW));
                    assertThat(forced.arrives())
                            .hasValueSatisfying(at -> assertThat(at).isAfter(NOW));
                    assertThat(forced.cost()).isEqualTo(COST);
                });
    }

    @Test
    void aPausedBridge_isAskedAboutOnceMore_whereMoneyIsToLeaveByIt() {
        List<Forewarning> said = Forewarning.of(Wish.WITHDRAWAL, ground(read(true), Optional.empty()), COST);

        assertThat(said).containsExactly(new Forewarning.Paused());
        assertThat(said.getFirst().asks(Wish.WITHDRAWAL)).isTrue();
        assertThat(said.getFirst().asks(Wish.FORCED_WITHDRAWAL)).isTrue();
        assertThat(said.getFirst().asks(Wish.FORCED_PAYMENT))
                .as("a payment stays on the L2")
                .isFalse();
        assertThat(RUNS.asks(Wish.FORCED_WITHDRAWAL)).isFalse();
    }

    @Test
    void aSilentL1_isSaid_andNoDateIsInvented() {
        assertThat(Forewarning.of(
                        Wish.FORCED_WITHDRAWAL,
                        ground(new Leaving.Silent("no answer"), Optional.empty()),
                        Optional.empty()))
                .containsExactly(
                        new Forewarning.ForcedWithdrawal(NOW.plus(WINDOW), Optional.empty(), Optional.empty()),
                        new Forewarning.Silent("no answer"));
    }

    private static Forewarning.Ground ground(Leaving leaving, Optional<Forewarning.Runs> runs) {
        return new Forewarning.Ground(leaving, Optional.of(RHYTHM), WINDOW, runs, NOW);
    }

    private static Leaving read(boolean paused) {
        ExitPlace place = new ExitPlace(L2, List.of(), L1, List.of(), FakeBridge.PORTAL);
        return new Leaving.Read(
                Map.of(),
                BridgeReport.of(place, FakeBridge.bridge(paused), Assurance.MATCHED),
                Wei.of(1),
                Assurance.MATCHED);
    }
}
