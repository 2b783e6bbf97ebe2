package org.lifeboat.engine.dispute;

import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Game;

/// What a plan to contest a root, or to stand by it, keeps. Follows from a check of this computer alone, but where
/// nothing is contested and only one's own money is got out again.
/// @param game about the root
/// @param root that was checked; a reorganisation of L1 can put another game at the same address
/// @param l1Head hash of the newest L1 block that the claim may use
/// @param stance what the check came to
/// @param start the block that the game stands on
/// @param claimed the block that it claims
/// @param last the newest block that L1 brings about up to the game's L1 head, where that is before `claimed`
public record DisputeState(
        Address game, Hash32 root, Hash32 l1Head, Stance stance, long start, long claimed, Optional<BlockRef> last) {
    public DisputeState {
        if (start < 0 || claimed <= start) {
            throw new IllegalArgumentException("a game claims a block after its start");
        }
    }

    /// On which side an honest player is.
    public enum Stance {
        /// The root is false.
        ATTACK,
        /// The root is true.
        DEFEND,
        /// Nobody knows here: no move is made, what stands in the game is followed.
        UNCHECKED
    }

    /// To follow what an account has in a game, without a verdict about its root.
    /// @return empty for a game of a form that is not known
    static Optional<DisputeState> unchecked(DisputeSight sight) {
        Game game = sight.game();
        return sight.dispute().map(dispute -> {
            long start =
                    dispute.range().start().map(root -> root.block().number()).orElse(0L);
            return new DisputeState(
                    game.contract(),
                    game.root(),
                    dispute.range().l1Head(),
                    Stance.UNCHECKED,
                    Math.clamp(start, 0, Math.max(0, game.block().number() - 1)),
                    Math.max(1, game.block().number()),
                    Optional.empty());
        });
    }

    /// @return empty where the check has no verdict about a game
    public static Optional<DisputeState> of(CheckReport report) {
        Optional<CheckReport.Aim> aim = report.aim();
        Optional<Game> game = aim.flatMap(CheckReport.Aim::game);
        Optional<Hash32> l1Head = aim.flatMap(CheckReport.Aim::l1Head);
        Optional<Stance> stance = stance(report.finding());
        if (aim.isEmpty() || game.isEmpty() || l1Head.isEmpty() || stance.isEmpty()) {
            return Optional.empty();
        }
        Optional<BlockRef> last =
                report.finding() instanceof Finding.NotThere nowhere ? Optional.of(nowhere.last()) : Optional.empty();
        return Optional.of(new DisputeState(
                game.get().contract(),
                game.get().root(),
                l1Head.get(),
                stance.get(),
                aim.get().ground().block().number(),
                aim.get().block(),
                last));
    }

    private static Optional<Stance> stance(Finding finding) {
        return switch (finding) {
            case Finding.True _ -> Optional.of(Stance.DEFEND);
            case Finding.False _, Finding.NotThere _ -> Optional.of(Stance.ATTACK);
            case Finding.Remade _, Finding.CouldNotCheck _, Finding.Cancelled _ -> Optional.empty();
        };
    }
}
