package org.lifeboat.engine.drill;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;

/// A drill as it stands.
/// @param exit that is followed
/// @param delay the time that can be let pass now
/// @param moves so far, in their order
/// @param token whose way home was not begun; empty where there is none
public record DrillSight(
        Drill drill,
        DrillStage stage,
        Optional<ExitReport> exit,
        Optional<DrillWait> delay,
        List<DrillMove> moves,
        Optional<DrillGoal.Left> token) {
    public DrillSight {
        moves = List.copyOf(moves);
    }

    public DrillSight(
            Drill drill,
            DrillStage stage,
            Optional<ExitReport> exit,
            Optional<DrillWait> delay,
            List<DrillMove> moves) {
        this(drill, stage, exit, delay, moves, Optional.empty());
    }

    /// The same with nothing to wait for.
    static DrillSight at(Drill drill, DrillStage stage, List<DrillMove> moves) {
        return new DrillSight(drill, stage, Optional.empty(), Optional.empty(), moves);
    }

    DrillSight with(Optional<DrillGoal.Left> left) {
        return new DrillSight(drill, stage, exit, delay, moves, left);
    }

    /// The same, when the token is what comes next.
    DrillSight atToken(DrillGoal.Left left) {
        return new DrillSight(drill, DrillStage.TOKEN, exit, delay, moves, Optional.of(left));
    }

    /// Whether all that was begun is home, so that the player may leave it at that.
    public boolean over() {
        return stage == DrillStage.DONE || (stage == DrillStage.TOKEN && exit.isPresent() && delay.isEmpty());
    }
}
