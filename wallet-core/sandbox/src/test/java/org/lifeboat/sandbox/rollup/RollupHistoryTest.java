package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.world.PlayAccounts;
import org.lifeboat.sandbox.world.PlayWorld;

/// What a newcomer finds on the rollup.
class RollupHistoryTest {
    @TempDir
    Path folder;

    @Test
    void aNewWorld_hasAPast_thatEndsNow() throws IOException {
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            Rollup rollup = sandbox.rollup();
            SealedBlock newest = rollup.node().history().newest();
            BridgeView view = new BridgeView(sandbox.l1(), rollup.plan().portal());

            assertThat(sandbox.l1().history().newest().header().unixSeconds()).isEqualTo(HandClock.START);
            assertThat(newest.header().unixSeconds()).isEqualTo(HandClock.START);
            assertThat(withdrawals(rollup.node())).isEqualTo(2);
            assertThat(view.games(view.bridge(), 9)).hasSize(2).allMatch(Game::usable);
            assertThat(rollup.node().finalised().number())
                    .as("old enough to be final")
                    .isPositive();
        }
    }

    @Test
    void theSecondRollup_hasAPastOfItsOwn_andOneWithdrawalIsProven() throws IOException {
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            Rollup first = sandbox.rollups().getFirst().rollup();
            Rollup second = sandbox.rollups().getLast().rollup();
            BridgeView view = new BridgeView(sandbox.l1(), second.plan().portal());

            assertThat(second.plan().chain()).isNotEqualTo(first.plan().chain());
            assertThat(second.node().history().newest().number()).isEqualTo(300);
            assertThat(second.node().safe().number()).isPositive();
            assertThat(withdrawals(second.node())).isEqualTo(1);
            assertThat(view.bridge().games()).as("its roots come seldom").isZero();
            assertThat(proven(sandbox)).isEqualTo(1);
            for (Address address : PlayAccounts.ALL) {
                assertThat(RollupWorld.balance(sandbox.l1(), address)).contains(PlayWorld.ether(10_000));
            }
            for (Sandbox.Open each : sandbox.rollups()) {
                assertTokensAreLocked(sandbox, each.rollup());
            }
        }
    }

    private static long proven(Sandbox sandbox) {
        History l1 = sandbox.l1().history();
        return LongStream.rangeClosed(1, l1.newest().number())
                .boxed()
                .flatMap(number -> l1.at(number).orElseThrow().transactions().stream())
                .flatMap(each -> each.receipt().logs().stream())
                .filter(log -> log.topics().getFirst().equals(OpStack.WITHDRAWAL_PROVEN))
                .count();
    }

    /// What there is of a token on the L2 lies with the bridge on L1, and somebody has some of one.
    private static void assertTokensAreLocked(Sandbox sandbox, Rollup rollup) {
        Hash32 supply = Hash32.ofNumber(2);
        BigInteger all = BigInteger.ZERO;
        for (PlayToken token : PlayToken.values()) {
            BigInteger there = rollup.node()
                    .history()
                    .newest()
                    .state()
                    .storage(token.onLayer2(), supply)
                    .toNumber();
            BigInteger locked = sandbox.l1()
                    .history()
                    .newest()
                    .state()
                    .storage(
                            token.address(), PlayToken.balanceSlot(rollup.plan().tokenBridge()))
                    .toNumber();
            assertThat(there).as(token.symbol()).isEqualTo(locked);
            all = all.add(there);
        }
        assertThat(all).isPositive();
    }

    @Test
    void theSecondRollup_writesBlobs_onceItsPastIsOver() throws IOException {
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            Rollup second = sandbox.rollups().getLast().rollup();
            long before = sandbox.l1().history().newest().number();
            for (int i = 0; i < 12; i++) {
                sandbox.l1().clock().advance(Duration.ofSeconds(12));
                sandbox.l1().mine();
                second.turn();
            }

            long blobs = LongStream.rangeClosed(
                            1, sandbox.l1().history().newest().number())
                    .filter(number -> sandbox.l1().history().at(number).orElseThrow().transactions().stream()
                            .anyMatch(each -> each.sent().type() == 3))
                    .peek(number -> assertThat(number).isGreaterThan(before))
                    .count();
            assertThat(blobs).isPositive();
            assertThat(second.node().safe().number()).isGreaterThan(300);
        }
    }

    @Test
    void twoWorldsOfOneTime_areTheSame() throws IOException {
        List<Hash32> first;
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            first = newest(sandbox);
        }
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            assertThat(newest(sandbox)).isEqualTo(first);
        }
    }

    @Test
    void aSeed_givesThatPastAndNoOther() throws IOException {
        List<Hash32> usual = past(WorldSeed.usual());

        assertThat(past(WorldSeed.of(7))).isEqualTo(past(WorldSeed.of(7))).isNotEqualTo(usual);
        assertThat(past(WorldSeed.of(8))).isNotEqualTo(past(WorldSeed.of(7)));
    }

    private static List<Hash32> past(WorldSeed seed) throws IOException {
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test", RollupPlan.ALL, seed)) {
            assertThat(withdrawals(sandbox.rollup().node())).isEqualTo(2);
            assertThat(proven(sandbox)).isEqualTo(1);
            assertTokensAreLocked(sandbox, sandbox.rollup());
            return newest(sandbox);
        }
    }

    private static List<Hash32> newest(Sandbox sandbox) {
        return sandbox.rollups().stream()
                .map(each -> each.rollup().node().history().newest().hash())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aKeptWorld_goesOn_withItsRollup(BatchPlace place) throws IOException {
        Path file = folder.resolve("world");
        Hash32 safe;
        try (Sandbox sandbox =
                Sandbox.resume(HandClock.at(HandClock.START), 0, "test", file).orElseThrow()) {
            sandbox.rollup().writeBatchesTo(place);
            sandbox.faucet()
                    .bridgeCoins(sandbox.rollup().plan().portal(), PlayAccounts.ALL.getFirst(), PlayWorld.ether(1));
            for (int i = 0; i < 10; i++) {
                sandbox.l1().clock().advance(Duration.ofSeconds(12));
                sandbox.l1().mine();
                sandbox.rollup().turn();
            }
            safe = sandbox.rollup().node().safe().hash();
        }

        try (Sandbox again =
                Sandbox.resume(HandClock.at(HandClock.START), 0, "test", file).orElseThrow()) {
            assertThat(again.rollup().node().safe().hash()).isEqualTo(safe);
            assertThat(again.rollup().node().safe().number()).isGreaterThan(600);
        }
    }

    private static long withdrawals(Layer2Node node) {
        long count = 0;
        for (long number = 1; number <= node.history().newest().number(); number++) {
            count += node.history().at(number).orElseThrow().transactions().stream()
                    .flatMap(each -> each.receipt().logs().stream())
                    .filter(log -> log.contract().equals(OpStack.MESSAGE_PASSER))
                    .filter(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>)
                    .count();
        }
        return count;
    }
}
