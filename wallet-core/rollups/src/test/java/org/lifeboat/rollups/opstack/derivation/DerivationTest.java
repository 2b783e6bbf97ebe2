package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.derivation.format.Frame;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.derivation.format.Written;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// A whole derivation over an L1 of which every byte is known. The L2 has a block every 2 seconds, L1 every
/// 12; the sequencing window is 10 L1 blocks.
class DerivationTest {
    private static final Bytes HELLO = Bytes.of((byte) 2, (byte) 0xc1, (byte) 0x01);
    private static final Bytes OTHER = Bytes.of((byte) 2, (byte) 0xc1, (byte) 0x02);

    private final FakeL1 l1 = new FakeL1();

    private Follower follower(OpFork fork) {
        return follower(l1, fork);
    }

    static Follower follower(FakeL1 l1, OpFork fork) {
        BlockHeader genesis = Rollups.genesis(fork);
        RollupConfig config = Rollups.config(Rollups.upTo(fork), l1.header(0), genesis, FakeL1.address(FakeL1.BATCHER));
        return new Follower(l1, config, genesis, List.of());
    }

    /// For the first block after genesis, on the first L1 block.
    private Bytes first(OpFork fork, Bytes... transactions) {
        return first(l1, fork, transactions);
    }

    static Bytes first(FakeL1 l1, OpFork fork, Bytes... transactions) {
        return Written.singular(new SingularBatch(
                Rollups.genesis(fork).hash(), 0, l1.header(0).hash(), Rollups.GENESIS + 2, List.of(transactions)));
    }

    static List<Bytes> sequenced(PayloadAttributes attributes) {
        return attributes.transactions().stream()
                .filter(each -> each.at(0) != DepositTransaction.TYPE)
                .toList();
    }

    private static L1Attributes info(PayloadAttributes attributes) {
        return DepositTransaction.decode(attributes.transactions().getFirst()).then(L1Attributes::of)
                        instanceof Answer.Proven<L1Attributes>(L1Attributes read)
                ? read
                : fail("no description of L1");
    }

    @Test
    void batchOfTheBatcher_becomesABlock() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, HELLO)));

        assertThat(follower.run()).isEqualTo(new Step.Needs(new Need.L1Header(2, Optional.empty())));

        assertThat(follower.derived).hasSize(1);
        PayloadAttributes made = follower.derived.getFirst();
        assertThat(sequenced(made)).containsExactly(HELLO);
        assertThat(made.unixSeconds()).isEqualTo(Rollups.GENESIS + 2);
        assertThat(made.prevRandao()).isEqualTo(l1.header(0).mixHash());
        assertThat(made.parentBeaconBlockRoot()).isEqualTo(l1.header(0).parentBeaconBlockRoot());
        assertThat(made.includedIn()).isEqualTo(l1.header(1).ref());
        assertThat(info(made).l1Hash()).isEqualTo(l1.header(0).hash());
        assertThat(info(made).sequenceNumber()).isEqualTo(1);
        assertThat(info(made).footprintScalar()).isEqualTo(400);
    }

    /// What others read of it before the break is not known here: to go on could call a true root false.
    @Test
    void brotliThatBreaks_stopsIt_insteadOfBeingPassedOver() {
        Follower follower = follower(OpFork.JOVIAN);
        Bytes broken = Bytes.fromHex("0x011b0707f88d54b5bf0c");
        l1.batches(Written.frames(new Frame(Written.channelId(1), 0, broken, true)));

        assertThat(follower.run())
                .isInstanceOfSatisfying(
                        Step.Stopped.class,
                        stopped -> assertThat(stopped.reason()).contains("brotli"));
        assertThat(follower.derived).isEmpty();
    }

    /// As empty blocks it would call a root false that counts what the commitment stands for.
    @Test
    void aCommitmentToDataElsewhere_stopsIt_unlessAllDataIsKnownToBeOnL1() {
        Bytes commitment = Bytes.of((byte) 1)
                .plus(Bytes.of((byte) 0))
                .plus(Bytes.of(Hash32.ofNumber(77).toArray()));
        BlockHeader genesis = Rollups.genesis(OpFork.JOVIAN);
        RollupConfig known =
                Rollups.config(Rollups.upTo(OpFork.JOVIAN), l1.header(0), genesis, FakeL1.address(FakeL1.BATCHER));
        l1.mine(List.of(FakeL1.calldata(FakeL1.STRANGER, commitment)), List.of());
        l1.mine(List.of(FakeL1.calldata(FakeL1.BATCHER, commitment)), List.of());

        assertThat(new Follower(l1, Rollups.fromFile(known), genesis, List.of()).run())
                .isInstanceOfSatisfying(
                        Step.Stopped.class,
                        stopped ->
                                assertThat(stopped.reason()).contains("alt-DA").contains("L1 block 2"));
        assertThat(new Follower(l1, known, genesis, List.of()).run())
                .isEqualTo(new Step.Needs(new Need.L1Header(3, Optional.empty())));
    }

    @Test
    void strangersTransactionToTheInbox_countsForNothing() {
        Follower follower = follower(OpFork.JOVIAN);
        Bytes channel = Written.channel(1, first(OpFork.JOVIAN, HELLO));
        l1.mine(List.of(FakeL1.calldata(FakeL1.STRANGER, channel)), List.of());

        follower.run();

        assertThat(follower.derived).isEmpty();
    }

    @Test
    void withoutBatches_blocksComeWhenTheWindowIsOver_andStayEmpty() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.empty(9);
        follower.run();
        assertThat(follower.derived).isEmpty();

        l1.empty(1);
        follower.run();

        // L1 block 10 ends the window of block 0: all blocks before the time of L1 block 1 are made.
        assertThat(follower.derived).hasSize(5).allMatch(each -> sequenced(each).isEmpty());
        l1.empty(1);
        follower.run();
        assertThat(follower.derived).hasSize(11);
        assertThat(follower.derived.get(5).origin()).isEqualTo(l1.header(1).ref());
        assertThat(info(follower.derived.get(5)).sequenceNumber()).isZero();
    }

    @Test
    void batchThatComesTooLate_isReplacedByAnEmptyBlock() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.empty(10);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, HELLO)));

        follower.run();

        assertThat(follower.derived)
                .isNotEmpty()
                .allMatch(each -> sequenced(each).isEmpty());
    }

    @Test
    void emptyOriginsHaveABlockEach_evenWhenTheL2IsAheadOfThem() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.empty(40);

        follower.run();

        for (long number = 1; number < 25; number++) {
            long origin = number;
            assertThat(follower.derived).anyMatch(each -> each.origin().number() == origin);
        }
    }

    @Test
    void depositOnL1_isInTheFirstBlockOfItsOrigin_andCannotBeLeftOut() {
        Follower follower = follower(OpFork.JOVIAN);
        Log deposit = UserDepositsTest.log(7, 9, 100_000, Bytes.of((byte) 0xaa));
        l1.logs(deposit);
        l1.empty(12);

        follower.run();

        PayloadAttributes first = follower.derived.stream()
                .filter(each -> each.origin().number() == 1)
                .findFirst()
                .orElseThrow();
        DepositTransaction expected =
                UserDeposits.read(deposit, l1.header(1).hash(), 0).orElseThrow();
        assertThat(first.transactions()).hasSize(2).contains(expected.encoded());
        assertThat(follower.derived.stream().filter(each -> each.transactions().contains(expected.encoded())))
                .hasSize(1);
    }

    @Test
    void newBatcher_countsFromTheBlockThatNamesIt_theOldOneNoMore() {
        Follower follower = follower(OpFork.JOVIAN);
        Log change = ConfigUpdatesTest.update(0, FakeL1.address(FakeL1.STRANGER).toWord());
        Bytes channel = Written.channel(1, first(OpFork.JOVIAN, HELLO));
        Bytes other = Written.channel(2, first(OpFork.JOVIAN, OTHER));
        l1.mine(
                List.of(FakeL1.calldata(FakeL1.BATCHER, other), FakeL1.calldata(FakeL1.STRANGER, channel)),
                List.of(change));

        follower.run();

        assertThat(follower.derived).hasSize(1);
        assertThat(sequenced(follower.derived.getFirst())).containsExactly(HELLO);
    }

    @Test
    void gasLimitAndFees_holdFromTheirOriginOn() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.logs(
                ConfigUpdatesTest.update(2, Hash32.ofNumber(41_000_000)),
                ConfigUpdatesTest.update(4, Hash32.ofNumber((7L << 32) + 3)),
                ConfigUpdatesTest.update(6, Hash32.ofNumber(5)),
                ConfigUpdatesTest.update(
                        5, Hash32.ofNumber(BigInteger.valueOf(8).shiftLeft(64).add(BigInteger.TWO))));
        l1.empty(12);

        follower.run();

        PayloadAttributes before = follower.derived.getFirst();
        PayloadAttributes first = follower.derived.stream()
                .filter(each -> each.origin().number() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(before.gasLimit().amount()).isEqualTo(30_000_000);
        assertThat(before.fees()).hasValue(new PayloadAttributes.Fees(0, 0, Optional.of(0L)));
        assertThat(first.gasLimit().amount()).isEqualTo(41_000_000);
        assertThat(first.fees()).hasValue(new PayloadAttributes.Fees(7, 3, Optional.of(5L)));
        assertThat(info(first).operatorFeeScalar()).isEqualTo(8);
        assertThat(info(first).operatorFeeConstant()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void everyLieIsRefused_andTheTruthStillTaken() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, HELLO)));
        l1.logs(UserDepositsTest.log(1, 1, 21_000, Bytes.EMPTY));
        Derivation derivation = follower.derivation;

        assertThat(derivation.give(new Given.L1Transactions(List.of()))).isPresent();
        assertThat(derivation.give(new Given.L1Header(l1.header(2)))).isPresent();
        derivation.give(new Given.L1Header(l1.header(0)));
        assertThat(derivation.give(new Given.L1Transactions(List.of(HELLO)))).isPresent();
        assertThat(derivation.give(new Given.Blobs(List.of()))).isPresent();
        derivation.give(new Given.L1Transactions(List.of()));
        derivation.give(new Given.L1Header(l1.header(1)));
        assertThat(derivation.give(new Given.L1Transactions(List.of()))).isPresent();
        assertThat(derivation.give(new Given.L1Receipts(List.of()))).isPresent();
        derivation.give(new Given.L1Transactions(l1.transactions(l1.header(1).hash())));
        follower.apply(follower.next());
        assertThat(derivation.step()).isEqualTo(new Step.Needs(new Need.L1Header(2, Optional.empty())));
        derivation.give(new Given.L1Header(l1.header(2)));
        // The filter of the header says that there are events: leaving the receipts out is no way.
        assertThat(derivation.step())
                .isEqualTo(new Step.Needs(new Need.L1Receipts(l1.header(2).ref())));
        assertThat(derivation.give(new Given.L1Receipts(List.of()))).isPresent();
        assertThat(derivation.give(new Given.L1Receipts(l1.receipts(l1.header(2).hash()))))
                .isEmpty();
    }

    @Test
    void blobs_areTakenOnlyIfTheyAreThose_andPassedOverWhereTheyHoldNothing() {
        Follower follower = follower(OpFork.JOVIAN);
        Bytes good = Written.blob(Written.channel(1, first(OpFork.JOVIAN, HELLO)));
        Bytes noise =
                Written.blob(Bytes.EMPTY).slice(0, 1).plus(Bytes.of((byte) 9)).plus(good.slice(2, good.size()));
        Hash32 goodHash = Keccak256.hash(good);
        Hash32 noiseHash = Keccak256.hash(noise);
        l1.blobs.put(goodHash, good);
        l1.blobs.put(noiseHash, noise);
        l1.mine(List.of(FakeL1.blobs(FakeL1.BATCHER, noiseHash, goodHash)), List.of());
        Derivation derivation = follower.derivation;
        derivation.give(new Given.L1Header(l1.header(0)));
        derivation.give(new Given.L1Transactions(List.of()));
        derivation.give(new Given.L1Header(l1.header(1)));
        derivation.give(new Given.L1Transactions(l1.transactions(l1.header(1).hash())));

        assertThat(derivation.step())
                .isEqualTo(new Step.Needs(new Need.Blobs(l1.header(1).ref(), List.of(noiseHash, goodHash))));
        assertThat(derivation.give(new Given.Blobs(List.of(good, noise)))).isPresent();
        assertThat(derivation.give(new Given.Blobs(List.of(good)))).isPresent();
        follower.run();

        assertThat(follower.derived).hasSize(1);
    }

    @Test
    void channelOverManyBlocks_isPutTogether_untilItIsTooOld() {
        Bytes data = Written.zlib(Written.content(first(OpFork.JOVIAN, HELLO)));
        Bytes head = Written.frames(new Frame(Written.channelId(1), 0, data.slice(0, 9), false));
        Bytes tail = Written.frames(new Frame(Written.channelId(1), 1, data.slice(9, data.size()), true));
        Follower follower = follower(OpFork.JOVIAN);
        l1.batches(head);
        l1.empty(3);
        l1.batches(tail);

        follower.run();

        assertThat(follower.derived).hasSize(1);
        assertThat(follower.derived.getFirst().includedIn())
                .isEqualTo(l1.header(5).ref());
    }

    @Test
    void badBatch_takesTheRestOfItsChannelWithIt_butNotTheNextChannel() {
        Follower follower = follower(OpFork.JOVIAN);
        Bytes deposit = first(OpFork.JOVIAN, Bytes.of((byte) 0x7e, (byte) 1));
        l1.batches(
                Written.channel(1, deposit, first(OpFork.JOVIAN, OTHER)),
                Written.channel(2, first(OpFork.JOVIAN, HELLO)));

        follower.run();

        assertThat(follower.derived).hasSize(1);
        assertThat(sequenced(follower.derived.getFirst())).containsExactly(HELLO);
    }

    @Test
    void badBatchBeforeHolocene_takesNothingWithIt() {
        Follower follower = follower(OpFork.GRANITE);
        Bytes deposit = first(OpFork.GRANITE, Bytes.of((byte) 0x7e, (byte) 1));
        l1.batches(Written.channel(1, deposit, first(OpFork.GRANITE, OTHER)));

        follower.run();

        assertThat(sequenced(follower.derived.getFirst())).containsExactly(OTHER);
    }

    @Test
    void blockThatCannotBe_becomesOneOfDepositsOnly_sinceHolocene() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, HELLO), first(OpFork.JOVIAN, OTHER)));
        PayloadAttributes bad = follower.next();

        follower.derivation.rejected();
        PayloadAttributes instead = follower.next();

        assertThat(instead.transactions()).isEqualTo(bad.transactions().subList(0, 1));
        assertThat(instead.isDepositsOnly()).isTrue();
        follower.apply(instead);
        follower.run();
        assertThat(follower.derived).hasSize(1);
        follower = follower(OpFork.JOVIAN);
        follower.next();
        follower.derivation.rejected();
        follower.derivation.rejected();
        assertThat(follower.derivation.step()).isInstanceOf(Step.Stopped.class);
    }

    @Test
    void blockThatCannotBe_leavesRoomForAnotherBatch_beforeHolocene() {
        Follower follower = follower(OpFork.GRANITE);
        l1.batches(Written.channel(1, first(OpFork.GRANITE, HELLO), first(OpFork.GRANITE, OTHER)));
        follower.next();

        follower.derivation.rejected();

        assertThat(sequenced(follower.next())).containsExactly(OTHER);
    }
}
