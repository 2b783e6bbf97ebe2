package org.lifeboat.engine.dispute;

import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;

/// What a plan to contest a root, or to stand by it, keeps. Follows from a check of this computer alone.
/// @param game about the root
/// @param stance what the check came to
/// @param start the block that the game stands on
/// @param claimed the block that it claims
/// @param last the newest block that L1 brings about up to the game's L1 head, where that is before `claimed`
public record DisputeState(Address game, Stance stance, long start, long claimed, Optional<BlockRef> last) {
    /// On which side an honest player is.
    public enum Stance {
        /// The root is false.
        ATTACK,
        /// The root is true.
        DEFEND
    }

    /// @return empty where the check has no verdict about a game
    public static Optional<DisputeState> of(CheckReport report) {
        return report.aim()
                .flatMap(aim -> aim.game()
                        .flatMap(game -> stance(report.finding())
                                .map(stance -> new DisputeState(
                                        game.contract(),
                                        stance,
                                        aim.ground().block().number(),
                                        aim.block(),
                                        report.finding() instanceof Finding.NotThere nowhere
                                                ? Optional.of(nowhere.last())
                                                : Optional.empty()))));
    }

    private static Optional<Stance> stance(Finding finding) {
        return switch (finding) {
            case Finding.True _ -> Optional.of(Stance.DEFEND);
            case Finding.False _, Finding.NotThere _ -> Optional.of(Stance.ATTACK);
            case Finding.CouldNotCheck _, Finding.Cancelled _ -> Optional.empty();
        };
    }
}
