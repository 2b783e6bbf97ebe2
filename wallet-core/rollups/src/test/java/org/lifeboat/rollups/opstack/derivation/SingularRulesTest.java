package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.BatchValidity.Reason;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Each rule at its edge: the batch that just counts, and the one that just does not.
class SingularRulesTest {
    private static final RollupConfig JOVIAN = Rollups.config(OpFork.JOVIAN);
    private static final RollupConfig GRANITE = Rollups.config(OpFork.GRANITE);

    /// Of time 1,014, on L1 block 1 of time 1,012; the next L1 block has time 1,024.
    private static final SafeHead HEAD = Rollups.head(JOVIAN, 7, 1);

    private static final List<Epoch> EPOCHS = List.of(Rollups.epoch(1), Rollups.epoch(2), Rollups.epoch(3));
    private static final Bytes TRANSACTION = Bytes.of((byte) 2, (byte) 0xc0);

    private static SingularBatch batch(long time, long epoch, Bytes... transactions) {
        return new SingularBatch(HEAD.hash(), epoch, Rollups.l1(epoch).hash(), time, List.of(transactions));
    }

    private static BatchValidity check(RollupConfig config, SingularBatch batch, long included) {
        return new SingularRules(config).check(batch, EPOCHS, HEAD, Rollups.l1(included));
    }

    private static BatchValidity check(SingularBatch batch) {
        return check(JOVIAN, batch, 4);
    }

    private static BatchValidity dropped(Reason reason) {
        return new BatchValidity.Drop(reason);
    }

    @Test
    void batchThatFits_isTaken() {
        assertThat(check(batch(1_016, 1, TRANSACTION))).isEqualTo(new BatchValidity.Accept());
        assertThat(check(batch(1_016, 1))).isEqualTo(new BatchValidity.Accept());
    }

    @Test
    void batchOfAnotherTime_waitsOrIsDropped_asTheForkSays() {
        assertThat(check(JOVIAN, batch(1_018, 1), 4)).isEqualTo(dropped(Reason.TOO_NEW));
        assertThat(check(JOVIAN, batch(1_014, 1), 4)).isEqualTo(new BatchValidity.Past());
        assertThat(check(GRANITE, batch(1_018, 1), 4)).isEqualTo(new BatchValidity.Future());
        assertThat(check(GRANITE, batch(1_014, 1), 4)).isEqualTo(dropped(Reason.TOO_OLD));
        assertThat(check(JOVIAN, batch(-1, 1), 4)).isEqualTo(dropped(Reason.TOO_NEW));
    }

    @Test
    void batchOnAnotherBlock_isDropped() {
        SingularBatch other = new SingularBatch(Hash32.ZERO, 1, Rollups.l1(1).hash(), 1_016, List.of());

        assertThat(check(other)).isEqualTo(dropped(Reason.WRONG_PARENT));
    }

    @Test
    void batchAfterItsWindow_isDropped() {
        assertThat(check(JOVIAN, batch(1_016, 1), 11)).isEqualTo(new BatchValidity.Accept());
        assertThat(check(JOVIAN, batch(1_016, 1), 12)).isEqualTo(dropped(Reason.TOO_LATE));
    }

    @Test
    void originMustBeTheParents_orTheNext() {
        SafeHead later = Rollups.head(JOVIAN, 12, 1);
        SingularRules rules = new SingularRules(JOVIAN);
        SingularBatch next = new SingularBatch(later.hash(), 2, Rollups.l1(2).hash(), 1_026, List.of(TRANSACTION));
        SingularBatch jump = new SingularBatch(later.hash(), 3, Rollups.l1(3).hash(), 1_026, List.of());

        assertThat(rules.check(next, EPOCHS, later, Rollups.l1(4))).isEqualTo(new BatchValidity.Accept());
        assertThat(rules.check(jump, EPOCHS, later, Rollups.l1(4))).isEqualTo(dropped(Reason.ORIGIN_JUMPS));
        assertThat(check(batch(1_016, 0))).isEqualTo(dropped(Reason.ORIGIN_GOES_BACK));
        assertThat(check(new SingularBatch(HEAD.hash(), -1, Hash32.ZERO, 1_016, List.of())))
                .isIn(dropped(Reason.ORIGIN_JUMPS), dropped(Reason.TOO_LATE));
    }

    @Test
    void originThatIsNotKnownYet_leavesItOpen() {
        SafeHead later = Rollups.head(JOVIAN, 12, 1);
        SingularBatch next = new SingularBatch(later.hash(), 2, Rollups.l1(2).hash(), 1_026, List.of());

        assertThat(new SingularRules(JOVIAN).check(next, List.of(Rollups.epoch(1)), later, Rollups.l1(4)))
                .isEqualTo(new BatchValidity.Undecided(Optional.empty()));
    }

    @Test
    void originOfAnotherL1_isDropped() {
        assertThat(check(new SingularBatch(HEAD.hash(), 1, Hash32.ZERO, 1_016, List.of())))
                .isEqualTo(dropped(Reason.WRONG_ORIGIN));
    }

    @Test
    void blockBeforeItsOrigin_isDropped() {
        assertThat(check(batch(1_016, 2))).isEqualTo(dropped(Reason.BEFORE_ORIGIN));
    }

    /// Origin 1 has time 1,012; before Fjord a sequencer may run 20 seconds ahead of it here, since then
    /// 1,800.
    private static BatchValidity ahead(OpFork fork, long number, List<Epoch> epochs, Bytes... transactions) {
        RollupConfig config = Rollups.config(fork);
        SafeHead head = Rollups.head(config, number - 1, 1);
        SingularBatch batch = new SingularBatch(
                head.hash(), 1, Rollups.l1(1).hash(), Rollups.GENESIS + 2 * number, List.of(transactions));
        return new SingularRules(config).check(batch, epochs, head, Rollups.l1(4));
    }

    @Test
    void sequencerThatRunsAhead_mayAddNothing_andMustTakeTheNextOrigin() {
        Epoch far = new Epoch(Rollups.l1(2), Rollups.epoch(200).header(), List.of(), List.of());
        assertThat(far.header().unixSeconds()).isEqualTo(3_400);
        Epoch late = new Epoch(new BlockRef(2, Rollups.l1(2).hash(), 3_400), far.header(), List.of(), List.of());
        List<Epoch> outage = List.of(Rollups.epoch(1), late);

        assertThat(ahead(OpFork.ECOTONE, 16, EPOCHS, TRANSACTION)).isEqualTo(new BatchValidity.Accept());
        assertThat(ahead(OpFork.ECOTONE, 17, outage, TRANSACTION)).isEqualTo(dropped(Reason.DRIFTED));
        assertThat(ahead(OpFork.ECOTONE, 17, outage)).isEqualTo(new BatchValidity.Accept());
        assertThat(ahead(OpFork.ECOTONE, 17, EPOCHS)).isEqualTo(dropped(Reason.DRIFTED));
        assertThat(ahead(OpFork.ECOTONE, 17, List.of(Rollups.epoch(1))))
                .isEqualTo(new BatchValidity.Undecided(Optional.empty()));
        assertThat(ahead(OpFork.FJORD, 17, outage, TRANSACTION)).isEqualTo(new BatchValidity.Accept());
        assertThat(ahead(OpFork.FJORD, 906, outage, TRANSACTION)).isEqualTo(new BatchValidity.Accept());
        assertThat(ahead(OpFork.FJORD, 907, outage, TRANSACTION)).isEqualTo(dropped(Reason.DRIFTED));
    }

    @Test
    void transactionsThatASequencerMayNotAdd_dropTheBatch() {
        assertThat(check(batch(1_016, 1, TRANSACTION, Bytes.EMPTY))).isEqualTo(dropped(Reason.EMPTY_TRANSACTION));
        assertThat(check(batch(1_016, 1, Bytes.of((byte) 0x7e)))).isEqualTo(dropped(Reason.DEPOSIT));
        assertThat(check(batch(1_016, 1, Bytes.of((byte) 4)))).isEqualTo(new BatchValidity.Accept());
        assertThat(check(Rollups.config(OpFork.HOLOCENE), batch(1_016, 1, Bytes.of((byte) 4)), 4))
                .isEqualTo(dropped(Reason.TYPE_TOO_EARLY));
    }

    @Test
    void firstBlockOfJovianOrKarst_mustBeEmpty_thatOfIsthmusNeedNot() {
        for (OpFork fork : OpFork.values()) {
            Map<OpFork, Long> times = new EnumMap<>(Rollups.upTo(fork));
            times.put(fork, 1_016L);
            RollupConfig config =
                    Rollups.config(times, Rollups.epoch(0).header(), Rollups.genesis(fork), Rollups.INBOX);
            BatchValidity full =
                    new SingularRules(config).check(batch(1_016, 1, TRANSACTION), EPOCHS, HEAD, Rollups.l1(4));
            boolean strict = fork == OpFork.JOVIAN || fork == OpFork.KARST;
            assertThat(full)
                    .as(fork.name())
                    .isEqualTo(strict ? dropped(Reason.NOT_EMPTY_AT_UPGRADE) : new BatchValidity.Accept());
            assertThat(new SingularRules(config).check(batch(1_016, 1), EPOCHS, HEAD, Rollups.l1(4)))
                    .isEqualTo(new BatchValidity.Accept());
        }
    }
}
