package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.rollup.RollupWorld.ANNA;
import static org.lifeboat.sandbox.rollup.RollupWorld.PLAN;
import static org.lifeboat.sandbox.rollup.RollupWorld.STRANGER;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.world.PlayWorld;

/// The rollup where time was moved, or L1 did not keep what it said.
class MovedTimeTest {
    private final RollupWorld world = new RollupWorld();
    private final Layer2Node l2 = world.l2();

    /// Its block is as good as empty, and no company comes for it any more.
    @Test
    void aDepositBeforeALongSkip_isWrittenDown() {
        world.onL1(OpStack.deposit(PLAN.portal(), STRANGER, PlayWorld.ether(3)));
        world.goOn(1);
        assertThat(RollupWorld.balance(l2, STRANGER)).contains(PlayWorld.ether(3));
        assertThat(l2.safe().number()).isZero();

        world.skip(Duration.ofDays(4));

        assertThat(l2.safe().state().account(STRANGER).map(found -> found.balance()))
                .contains(PlayWorld.ether(3));
    }

    @Test
    void aFewHours_withNobodyAtWork_areMadeUpForByL1() {
        world.rollup.tell(Role.SEQUENCER, new Conduct.Stopped());
        world.goOn(1);
        world.skip(Duration.ofHours(3));
        world.goOn(45);

        assertThat(l2.history().newest().header().unixSeconds())
                .isGreaterThan(world.l1.history().newest().header().unixSeconds() - 600);
        assertThat(l2.safe().hash()).isEqualTo(l2.history().newest().hash());
    }

    /// The sequencing window ends, and L1 demands a block for every two seconds of a week.
    @Test
    void aWeek_isNotMadeUpFor_andThatIsSaid() {
        world.onL1(OpStack.deposit(PLAN.portal(), ANNA.address(), PlayWorld.ether(10)));
        world.goOn(1);
        world.skip(Duration.ofDays(7));
        pass(45);

        assertThat(l2.history().newest().number()).isLessThan(100);
        assertThat(world.rollup.stopped()).isPresent();
        assertThat(world.rollup.faults().all())
                .singleElement()
                .matches(fault -> fault.what().contains("more than a day behind"));

        long before = batches();
        world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        pass(4);
        assertThat(batches() - before)
                .as("what cannot count is not written again in each turn")
                .isEqualTo(1);
    }

    private void pass(int blocks) {
        for (int i = 0; i < blocks; i++) {
            world.l1.clock().advance(Duration.ofSeconds(12));
            world.l1.mine();
            world.rollup.turn();
        }
    }

    private long batches() {
        return LongStream.rangeClosed(1, world.l1.history().newest().number())
                .mapToObj(number -> world.l1.history().at(number).orElseThrow())
                .flatMap(block -> block.transactions().stream())
                .filter(each -> each.sent()
                        .transaction()
                        .recipient()
                        .filter(PLAN.batchInbox()::equals)
                        .isPresent())
                .count();
    }
}
