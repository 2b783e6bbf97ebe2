package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.chain.SealedBlock;
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
    void twoWorldsOfOneTime_areTheSame() throws IOException {
        Hash32 first;
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            first = sandbox.rollup().node().history().newest().hash();
        }
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test")) {
            assertThat(sandbox.rollup().node().history().newest().hash()).isEqualTo(first);
        }
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
