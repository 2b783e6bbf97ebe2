package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.format.Written;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Where a derivation begins, goes back, and stops. The chain is that of [DerivationTest].
class DerivationCourseTest {
    private static final Bytes HELLO = Bytes.of((byte) 2, (byte) 0xc1, (byte) 0x01);
    private static final Bytes OTHER = Bytes.of((byte) 2, (byte) 0xc1, (byte) 0x02);

    private final FakeL1 l1 = new FakeL1();

    private Follower follower(OpFork fork) {
        return DerivationTest.follower(l1, fork);
    }

    private Bytes first(OpFork fork, Bytes... transactions) {
        return DerivationTest.first(l1, fork, transactions);
    }

    private static List<Bytes> sequenced(PayloadAttributes attributes) {
        return DerivationTest.sequenced(attributes);
    }

    @Test
    void reorganisedL1_takesItsBlocksBack() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.empty(2);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, HELLO)));
        l1.empty(1);
        follower.run();
        assertThat(sequenced(follower.derived.getFirst())).containsExactly(HELLO);

        l1.forkAt(3);
        l1.empty(1);
        l1.batches(Written.channel(1, first(OpFork.JOVIAN, OTHER)));
        l1.empty(2);
        follower.run();

        assertThat(follower.reorganised).isNotEmpty();
        assertThat(follower.reorganised.getLast().l1()).isEqualTo(l1.header(2).ref());
        assertThat(follower.derived).hasSize(1);
        assertThat(sequenced(follower.derived.getFirst())).containsExactly(OTHER);
    }

    @Test
    void l1ThatIsAnotherFromTheStart_isNotFollowed() {
        Follower follower = follower(OpFork.JOVIAN);
        l1.empty(2);
        follower.run();

        l1.forkAt(0);
        l1.empty(5);

        assertThat(follower.run()).isInstanceOf(Step.Stopped.class);
    }

    @Test
    void anotherAnchor_leadsToTheSameBlocks() {
        Follower whole = follower(OpFork.JOVIAN);
        l1.empty(30);
        whole.run();
        PayloadAttributes middle = whole.derived.get(60);
        Given.L2Block anchor = whole.block(Follower.header(middle).hash());

        Follower later = new Follower(l1, whole.config, anchor.header(), anchor.transactions());
        later.knows(whole);
        later.run();

        assertThat(later.derived).isEqualTo(whole.derived.subList(61, whole.derived.size()));
    }

    @Test
    void anchorWithOtherTransactions_isRefused() {
        RollupConfig config = follower(OpFork.JOVIAN).config;

        assertThat(Derivation.after(
                        config,
                        Upgrades.NONE,
                        _ -> Optional.empty(),
                        FakeL1.CURVE,
                        Rollups.genesis(OpFork.JOVIAN),
                        List.of(HELLO)))
                .isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void firstBlockOfAnUpgradeWhoseTransactionsAreNotKnown_isSaidNotToBeKnown() {
        BlockHeader genesis = Rollups.genesis(OpFork.JOVIAN);
        var times = Rollups.upTo(OpFork.JOVIAN);
        times.put(OpFork.KARST, Rollups.GENESIS + 4);
        RollupConfig config = Rollups.config(times, l1.header(0), genesis, Address.ZERO);
        Follower follower = new Follower(l1, config, genesis, List.of());
        l1.empty(11);

        assertThat(follower.run())
                .isEqualTo(new Step.Stopped(
                        Answer.Cause.UPDATE_NEEDED,
                        "the transactions of the first block of KARST are not in this program"));
        assertThat(follower.derived).hasSize(1);
    }
}
