package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.FakeSync;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// Whether L1 can still lose the game that a move would go into.
class FootingTest {
    /// Of Ethereum, whose blocks come every twelve seconds.
    private static final long SLOT = 10_000_000;

    private static final L1Time MADE =
            new L1Time(Beacons.known(ChainId.ETHEREUM).orElseThrow().timeOf(SLOT));

    private static final Address GAME = Hash32.ofNumber(9).toAddress();

    @Test
    void whereNobodyFollowsL1_timeHasToDo() {
        assertThat(after(1_151, Optional.empty())).isEqualTo(new Footing.Young(MADE.plus(Duration.ofSeconds(1_152))));
        assertThat(after(1_152, Optional.empty())).isEqualTo(new Footing.Firm());
    }

    /// Not a minute earlier, nor because time went by.
    @Test
    void whereL1IsFollowed_onlyItsFinalBlocksCount() {
        Optional<SyncStatus> before = Optional.of(FakeSync.following(head(SLOT - 1)));

        assertThat(after(60, Optional.of(FakeSync.following(head(SLOT))))).isEqualTo(new Footing.Firm());
        assertThat(after(60, before)).isEqualTo(new Footing.Young(MADE.plus(Duration.ofSeconds(1_152))));
        assertThat(after(9_000, before))
                .as("later than usual: an epoch more, from now on")
                .isEqualTo(new Footing.Young(MADE.plus(Duration.ofSeconds(9_000 + 384))));
    }

    @Test
    void whatWasVerifiedLongAgo_orIsInConflict_isNotFollowed() {
        for (SyncStatus.Phase phase : SyncStatus.Phase.values()) {
            Footing footing = after(1_152, Optional.of(FakeSync.in(phase, head(SLOT - 1))));
            if (phase == SyncStatus.Phase.FOLLOWING) {
                assertThat(footing).isInstanceOf(Footing.Young.class);
            } else {
                assertThat(footing).as(phase.name()).isEqualTo(new Footing.Firm());
            }
        }
    }

    private static VerifiedHead head(long slot) {
        return new VerifiedHead(slot, Hash32.ZERO, new BlockRef(100, Hash32.ZERO, 0), Hash32.ZERO);
    }

    private static Footing after(long seconds, Optional<SyncStatus> l1) {
        Game game = new Game(
                Optional.of(1L),
                0,
                GAME,
                MADE,
                Hash32.ofNumber(1),
                new L2Block(16),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                1,
                Optional.of(Duration.ofHours(84)));
        DisputeClaim root = new DisputeClaim(
                0,
                OptionalInt.empty(),
                Optional.empty(),
                GAME,
                Wei.of(1),
                game.root(),
                Position.ROOT,
                Duration.ZERO,
                MADE);
        return Footing.of(
                new DisputeGame(
                        game,
                        new GameRange(Optional.empty(), Hash32.ofNumber(21)),
                        4,
                        1,
                        Duration.ofHours(84),
                        Duration.ofHours(3),
                        List.of(root),
                        List.of(Wei.of(1), Wei.of(2), Wei.of(3)),
                        false,
                        MADE.plus(Duration.ofSeconds(seconds))),
                l1);
    }
}
