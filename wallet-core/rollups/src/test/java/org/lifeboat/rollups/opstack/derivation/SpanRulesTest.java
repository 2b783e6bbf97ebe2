package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.derivation.BatchValidity.Reason;
import org.lifeboat.rollups.opstack.derivation.format.Batch;
import org.lifeboat.rollups.opstack.derivation.format.ChannelBatches;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;
import org.lifeboat.rollups.opstack.derivation.format.Written;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Spans of empty blocks against a chain of seven, all on L1 block 1; the next has time 1,016.
class SpanRulesTest {
    private static final RollupConfig JOVIAN = Rollups.config(OpFork.JOVIAN);
    private static final RollupConfig GRANITE = Rollups.config(OpFork.GRANITE);
    private static final List<Epoch> EPOCHS = List.of(Rollups.epoch(1), Rollups.epoch(2), Rollups.epoch(3));
    private static final SafeHead HEAD = Rollups.head(JOVIAN, 7, 1);
    private static final SafeChain CHAIN = chain(5);

    /// The newest `known` blocks.
    private static SafeChain chain(int known) {
        SafeChain chain = new SafeChain(HEAD.block());
        for (int number = 6; number > 7 - known; number--) {
            chain.addBefore(Rollups.head(JOVIAN, number, 1).block());
        }
        return chain;
    }

    /// What a span says.
    private record Says(long seconds, long parent, long lastEpoch, Hash32 origin, Boolean... changes) {
        SpanBatch span() {
            List<List<SignedTransaction>> blocks = new ArrayList<>(Collections.nCopies(changes.length, List.of()));
            Bytes written = Written.span(
                    seconds - Rollups.GENESIS,
                    lastEpoch,
                    Rollups.head(JOVIAN, parent, 1).hash(),
                    origin,
                    List.of(changes),
                    blocks);
            return new ChannelBatches(Written.content(written), JOVIAN.spans())
                                    .next()
                                    .orElseThrow()
                            instanceof Answer.Proven<Batch>(SpanBatch batch)
                    ? batch
                    : fail("not read");
        }
    }

    private static Says says(long seconds, long parent, long lastEpoch, Boolean... changes) {
        return new Says(seconds, parent, lastEpoch, Rollups.l1(lastEpoch).hash(), changes);
    }

    private static BatchValidity strict(Says says) {
        return strict(says, CHAIN, 4);
    }

    private static BatchValidity strict(Says says, SafeChain chain, long included) {
        return new SpanRules(JOVIAN)
                .checkStart(says.span(), new SpanRules.Place(EPOCHS, HEAD, chain, Rollups.l1(included)));
    }

    private static BatchValidity whole(Says says) {
        return new SpanRules(GRANITE).checkWhole(says.span(), new SpanRules.Place(EPOCHS, HEAD, CHAIN, Rollups.l1(4)));
    }

    private static BatchValidity dropped(Reason reason) {
        return new BatchValidity.Drop(reason);
    }

    @Test
    void spanThatFits_isTaken_alsoOverBlocksThatAreThere() {
        assertThat(strict(says(1_016, 7, 1, false, false))).isEqualTo(new BatchValidity.Accept());
        assertThat(whole(says(1_016, 7, 1, false, false))).isEqualTo(new BatchValidity.Accept());
        assertThat(strict(says(1_012, 5, 1, false, false, false))).isEqualTo(new BatchValidity.Accept());
        assertThat(whole(says(1_012, 5, 1, false, false, false))).isEqualTo(new BatchValidity.Accept());
    }

    @Test
    void spanOfAnotherTime_waitsOrIsDropped_asTheForkSays() {
        assertThat(strict(says(1_018, 8, 1, false))).isEqualTo(dropped(Reason.TOO_NEW));
        assertThat(whole(says(1_018, 8, 1, false))).isEqualTo(new BatchValidity.Future());
        assertThat(strict(says(1_012, 5, 1, false, false))).isEqualTo(new BatchValidity.Past());
        assertThat(whole(says(1_012, 5, 1, false, false))).isEqualTo(dropped(Reason.TOO_OLD));
        assertThat(strict(says(1_015, 7, 1, false, false))).isEqualTo(dropped(Reason.MISALIGNED));
    }

    @Test
    void spanOnAnotherBlock_isDropped() {
        assertThat(strict(says(1_016, 6, 1, false))).isEqualTo(dropped(Reason.WRONG_PARENT));
        assertThat(strict(says(1_012, 6, 1, false, false, false))).isEqualTo(dropped(Reason.WRONG_PARENT));
    }

    @Test
    void spanThatBeginsBeforeAllThatIsKnown_asksForItsParent_butOnlyWithinReason() {
        Says early = says(1_006, 2, 1, false, false, false, false, false, false);
        BatchValidity asked = strict(early, chain(3), 4);

        assertThat(asked).isEqualTo(new BatchValidity.Undecided(Optional.of(Hash32.ZERO)));
        assertThat(strict(early, chain(3), 12)).isEqualTo(dropped(Reason.TOO_LATE));
        Says laterOrigin = says(1_006, 2, 3, false, false, false, false, false, false);
        assertThat(strict(laterOrigin, chain(3), 4)).isEqualTo(dropped(Reason.WRONG_PARENT));
    }

    @Test
    void spanBeforeGenesis_isDropped() {
        assertThat(strict(says(1_000, 7, 1, false, false, false, false, false, false, false, false, false)))
                .isEqualTo(dropped(Reason.WRONG_PARENT));
    }

    @Test
    void originsMustGoOnFromTheParents_andEndOnL1() {
        assertThat(strict(says(1_016, 7, 2, true))).isEqualTo(new BatchValidity.Accept());
        assertThat(strict(says(1_016, 7, 3, true))).isEqualTo(dropped(Reason.ORIGIN_JUMPS));
        assertThat(strict(new Says(1_016, 7, 1, Hash32.ofNumber(5), false))).isEqualTo(dropped(Reason.WRONG_ORIGIN));
        assertThat(strict(new Says(1_016, 7, 4, Rollups.l1(4).hash(), true, true, true)))
                .isEqualTo(new BatchValidity.Undecided(Optional.empty()));
    }

    @Test
    void spanAfterItsWindow_isDropped() {
        assertThat(strict(says(1_016, 7, 1, false), CHAIN, 11)).isEqualTo(new BatchValidity.Accept());
        assertThat(strict(says(1_016, 7, 1, false), CHAIN, 12)).isEqualTo(dropped(Reason.TOO_LATE));
    }

    @Test
    void blocksBeforeTheirOrigin_areSeenAtOnceBeforeHolocene() {
        assertThat(whole(says(1_016, 7, 2, true))).isEqualTo(dropped(Reason.BEFORE_ORIGIN));
    }

    @Test
    void spanThatContradictsBlocksThatAreThere_isDropped() {
        assertThat(strict(says(1_012, 5, 2, false, true, false))).isEqualTo(dropped(Reason.CONTRADICTS_SAFE_CHAIN));
    }
}
