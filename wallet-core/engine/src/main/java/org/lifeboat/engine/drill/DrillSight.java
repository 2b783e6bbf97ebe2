package org.lifeboat.engine.drill;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;

/// A drill as it stands.
/// @param exit that is followed
/// @param delay the time that can be let pass now
/// @param moves so far, in their order
public record DrillSight(
        Drill drill, DrillStage stage, Optional<ExitReport> exit, Optional<DrillWait> delay, List<DrillMove> moves) {
    public DrillSight {
        moves = List.copyOf(moves);
    }

    /// The same with nothing to wait for.
    static DrillSight at(Drill drill, DrillStage stage, List<DrillMove> moves) {
        return new DrillSight(drill, stage, Optional.empty(), Optional.empty(), moves);
    }
}
