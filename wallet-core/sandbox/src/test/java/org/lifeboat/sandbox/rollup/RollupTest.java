package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.rollup.RollupWorld.ANNA;
import static org.lifeboat.sandbox.rollup.RollupWorld.PLAN;
import static org.lifeboat.sandbox.rollup.RollupWorld.STRANGER;

import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayWorld;

/// The rollup by itself: money goes in, is paid on, and everybody who reads L1 finds the same chain.
class RollupTest {
    private final RollupWorld world = new RollupWorld();
    private final Layer2Node l2 = world.l2();

    @Test
    void deposit_isOnTheL2WithTheNextBlocks() {
        Hash32 hash = world.onL1(OpStack.deposit(PLAN.portal(), STRANGER, PlayWorld.ether(3)));
        world.goOn(2);

        assertThat(RollupWorld.succeeded(world.l1, hash)).isTrue();
        assertThat(RollupWorld.balance(l2, STRANGER)).contains(PlayWorld.ether(3));
        assertThat(RollupWorld.balance(world.l1, PLAN.portal())).contains(PlayWorld.ether(10_003));
    }

    @Test
    void blocks_comeEveryTwoSecondsAndAreWrittenDown() {
        world.goOn(10);

        assertThat(l2.history().newest().number()).isEqualTo(60);
        assertThat(l2.safe().number()).isPositive();
        assertThat(world.rollup.stopped()).isEmpty();
    }

    @Test
    void payment_isInABlockAndCostsItsDataToo() {
        fund();
        Hash32 hash = world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        world.goOn(1);

        assertThat(RollupWorld.succeeded(l2, hash)).isTrue();
        assertThat(RollupWorld.mined(l2, hash).l1Fee().orElseThrow().value()).isPositive();
        assertThat(l2.safe().number())
                .isGreaterThanOrEqualTo(
                        l2.history().transaction(hash).orElseThrow().block().number());
    }

    /// Another node that knows L1 alone comes to the very same blocks: so does the wallet's own derivation.
    @Test
    void whoeverReadsL1_findsTheSameChain() {
        fund();
        world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        world.goOn(40);
        world.onL2(OpStack.initiate(STRANGER, Wei.of(7)));
        world.goOn(3);
        SealedBlock safe = l2.safe();

        Rollup other = Rollup.on(world.l1, PLAN, Secp256k1.preferred());

        assertThat(safe.number()).isGreaterThan(200);
        assertThat(other.node().safe().hash()).isEqualTo(safe.hash());
        assertThat(other.node().history().newest().hash()).isEqualTo(safe.hash());
    }

    @ParameterizedTest
    @EnumSource(
            value = BatchPlace.class,
            names = {"BLOBS", "BOTH"})
    void blobs_sayTheSameAsCalldata(BatchPlace place) {
        fund();
        world.rollup.writeBatchesTo(place);
        world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        world.goOn(4);
        world.onL2(new L1Call(STRANGER, Wei.of(6), Bytes.EMPTY));
        world.goOn(4);
        SealedBlock safe = l2.safe();

        Rollup other = Rollup.on(world.l1, PLAN, Secp256k1.preferred());

        assertThat(RollupWorld.balance(l2, STRANGER)).contains(Wei.of(11));
        assertThat(safe.number()).isGreaterThan(40);
        assertThat(other.node().safe().hash()).isEqualTo(safe.hash());
        assertThat(blobBlocks()).isGreaterThanOrEqualTo(place == BatchPlace.BLOBS ? 2 : 1);
    }

    private long blobBlocks() {
        return LongStream.rangeClosed(1, world.l1.history().newest().number())
                .mapToObj(number -> world.l1.history().at(number).orElseThrow())
                .filter(block -> block.header().blobGasUsed().orElse(new Gas(0)).amount() > 0)
                .count();
    }

    @Test
    void censoredAccount_getsNoBlockButThroughL1() {
        fund();
        world.rollup.tell(Role.SEQUENCER, new Conduct.Censoring(Set.of(ANNA.address())));
        Hash32 waits = world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        world.goOn(5);

        assertThat(l2.history().transaction(waits)).isEmpty();
        assertThat(l2.pending(waits)).isPresent();

        world.onL1(OpStack.forceWithdrawal(PLAN.portal(), STRANGER, Wei.of(9)));
        world.goOn(2);

        assertThat(RollupWorld.balance(l2, OpStack.MESSAGE_PASSER)).contains(Wei.of(9));
        world.rollup.tell(Role.SEQUENCER, new Conduct.Honest());
        // The deposit took the nonce: what waited can never come.
        world.goOn(1);
        assertThat(l2.pending(waits)).isEmpty();
    }

    @Test
    void withheldBatches_areReplacedByWhatL1Says() {
        fund();
        world.rollup.tell(Role.BATCHER, new Conduct.Stopped());
        Hash32 lost = world.onL2(new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY));
        world.goOn(1);
        assertThat(l2.history().transaction(lost)).isPresent();
        world.rollup.tell(Role.SEQUENCER, new Conduct.Stopped());

        world.goOn(50);

        assertThat(l2.history().transaction(lost)).isEmpty();
        assertThat(l2.history().newest().hash()).isEqualTo(l2.safe().hash());
        assertThat(l2.pending(lost)).as("it waits for a sequencer again").isPresent();
    }

    @Test
    void aReorganisationOfL1_takesTheL2Along() {
        fund();
        Hash32 deposit = world.onL1(OpStack.deposit(PLAN.portal(), STRANGER, PlayWorld.ether(3)));
        world.goOn(1);
        assertThat(RollupWorld.balance(l2, STRANGER)).contains(PlayWorld.ether(3));

        world.l1.reorganise(2, false);
        world.rollup.turn();
        world.goOn(2);

        assertThat(world.l1.history().transaction(deposit)).isEmpty();
        assertThat(RollupWorld.balance(l2, STRANGER)).isEmpty();
        assertThat(world.rollup.stopped()).isEmpty();
    }

    private void fund() {
        world.onL1(OpStack.deposit(PLAN.portal(), ANNA.address(), PlayWorld.ether(10)));
        world.goOn(2);
    }
}
