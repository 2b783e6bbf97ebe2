package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.primitives.Wei;

/// What a step takes on L1 at a price of gas, from measured gas. Pure; an estimate, the review asks anew.
public final class StepCost {
    private StepCost() {}

    /// @param price of a unit of gas on L1 now
    /// @return empty for what is paid on the L2
    public static Optional<Wei> of(ExitStep step, ExitState.Way way, Wei price) {
        return switch (step) {
            case INITIATE ->
                way == ExitState.Way.THROUGH_L1 ? Optional.of(price.times(Readiness.FORCE)) : Optional.empty();
            case OWN_ROOT -> Optional.of(price.times(Readiness.OWN_ROOT));
            case PROVE -> Optional.of(price.times(Readiness.PROVE));
            case RESOLVE -> Optional.of(price.times(Readiness.END_GAME));
            case FINISH -> Optional.of(price.times(Readiness.FINISH));
        };
    }

    /// All steps of one withdrawal on L1 together.
    /// @param forced whether it is begun there too
    public static Wei whole(boolean forced, Wei price) {
        return price.times((forced ? Readiness.FORCE : 0) + Readiness.PROVE + Readiness.END_GAME + Readiness.FINISH);
    }
}
