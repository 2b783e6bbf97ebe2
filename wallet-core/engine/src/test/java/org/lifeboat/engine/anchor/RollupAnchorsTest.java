package org.lifeboat.engine.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.Game;

/// Figures of a rollup rise by the roots on its L1, and fall with them. No server proves an old state.
class RollupAnchorsTest extends RollupAnchorsStory {
    @Test
    void aDepositAndASpend_riseWithTheRootThatCoversThem_andNotBefore() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        assertThat(vouched()).as("no root yet").isEmpty();
        chain.grow(20, OWNER, 200);
        read(chain, 200);
        bridge.post(chain, 1, 9);
        refresh();
        assertThat(vouched()).as("the root is below both").isEmpty();

        chain.grow(30, OWNER, 200);
        bridge.post(chain, 2, 15);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.post(chain, 3, 30);
        refresh();
        assertThat(vouched()).containsExactly(posted(200, 20));
    }

    @Test
    void aLieAfterTheAnchor_neverRises() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 12);
        refresh();
        RollupChain liar = chain.branch(12).grow(20, OWNER, 1_000_000);

        read(liar, 1_000_000);
        assertThat(newest().units()).isEqualTo(BigInteger.valueOf(1_000_000));
        bridge.post(chain, 2, 40);
        refresh();

        assertThat(vouched()).containsExactly(posted(500, 10));
        assertThat(storage.evidence().of(RollupChain.ID, OWNER, Optional.of(KeptProofs.BALANCE)))
                .as("what proves a block that never was is not kept")
                .hasSize(1);
    }

    @Test
    void aServerThatDoesNotHaveTheBlockOfTheRoot_raisesNothing() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 30);
        servers = List.of(chain.branch(5).grow(40, OWNER, 500_000));

        refresh();
        assertThat(vouched()).isEmpty();

        servers = List.of(servers.getFirst(), chain);
        refresh();
        assertThat(vouched()).as("one honest server is enough").containsExactly(posted(500, 10));
    }

    @Test
    void aRootThatIsLost_takesBackWhatItVouchedFor_andABetterOneRaisesItAgain() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.CHALLENGER_WINS, 2, Optional.of(new L1Time(6_000)), true));
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.post(chain, 2, 40);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.change(2, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 1, Optional.empty(), false));
        refresh();
        assertThat(vouched()).as("blacklisted or retired").isEmpty();
    }

    @Test
    void whileSomebodyContestsARoot_itVouchesForNothing_andOnceItIsDefendedItDoesAgain() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        bridge.change(1, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 2, Optional.empty(), true));
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 2, Optional.of(new L1Time(6_000)), true));
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    /// A reorganisation of L1 took its game away, and nothing stands at its address.
    @Test
    void aRootThatIsGone_vouchesForNothing_andItsSuccessorDoes() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.games.clear();
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.post(chain, 2, 30);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void aPause_changesNothing() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        bridge.paused = true;
        bridge.change(1, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 1, Optional.empty(), false));
        refresh();

        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void aRootIsFinal_onceItsTimesAreOverInAFinalBlockOfL1() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 1, Optional.of(new L1Time(9_000)), true));
        bridge.settledAt = 9_300;
        refresh();
        assertThat(vouched()).as("300 seconds after its end, not over").containsExactly(posted(500, 10));

        bridge.settledAt = 9_301;
        refresh();

        assertThat(vouched()).containsExactly(reading(Assurance.Level.FINAL, 500, 10));
    }

    @Test
    void fromWhenARootIsFinal_isTold_firstAsExpected_thenAsItEnded() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        assertThat(anchors.finalFrom(ROLLUP)).as("no root yet").isEmpty();
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        long ends = 901 + Duration.ofHours(84).toSeconds();
        assertThat(anchors.finalFrom(ROLLUP))
                .containsExactly(Map.entry(chain.header(10).ref(), Instant.ofEpochSecond(ends + 300)));

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 1, Optional.of(new L1Time(9_000)), true));
        refresh();
        assertThat(anchors.finalFrom(ROLLUP).values()).containsExactly(Instant.ofEpochSecond(9_300));
    }

    @Test
    void anotherCheckpointOfL1_takesBackTheRollupsToo() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        Anchors.forget(storage, ETHEREUM);
        assertThat(vouched()).isEmpty();
        assertThat(storage.evidence().of(RollupChain.ID, Address.ZERO, Optional.of(Ties.KIND)))
                .isEmpty();

        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
        phase = SyncStatus.Phase.CONFLICT;
        refresh();
        assertThat(vouched()).isEmpty();
    }

    @Test
    void ofManyTiedProofs_thoseFurthestApartAreKept() {
        for (int i = 1; i <= 30; i++) {
            chain.grow(10L * i, OWNER, i);
            read(chain, i);
            chain.grow(10L * i + 5, OWNER, i);
            bridge.post(chain, i, 10L * i + 5);
            refresh();
        }

        List<Long> blocks = storage.evidence().of(RollupChain.ID, OWNER, Optional.of(KeptProofs.BALANCE)).stream()
                .map(id -> storage.evidence().find(id).orElseThrow().block().number())
                .toList();
        assertThat(blocks).hasSizeLessThanOrEqualTo(10).startsWith(10L).contains(300L);
        assertThat(storage.evidence().of(RollupChain.ID, Address.ZERO, Optional.of(Ties.KIND)))
                .hasSizeLessThanOrEqualTo(10);
    }
}
