package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.primitives.Wei;

/// What a step takes on L1 at a price of gas, from measured gas. Pure; an estimate, the review asks anew.
public final class StepCost {
    /// Gas of the steps on L1 that differ with tokens, as measured with go-ethereum 1.17 against Portal
    /// 5.8.0, L1StandardBridge 2.8.2 and a plain token: forced through L1, proven, paid out, handed out at a
    /// second try.
    static final long FORCE_TOKENS = 430_032;

    static final long PROVE_TOKENS = 270_583;
    static final long FINISH_TOKENS = 281_516;
    static final long REPLAY = 165_149;

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
            case REPLAY -> Optional.of(price.times(REPLAY));
        };
    }

    /// Of what a plan is about.
    public static Optional<Wei> of(ExitStep step, ExitState state, Wei price) {
        return state.token().isPresent() ? ofTokens(step, state.way(), price) : of(step, state.way(), price);
    }

    /// As [#of(ExitStep, ExitState.Way, Wei)], where tokens are on their way: beginning through L1 and the
    /// payout go through two contracts more on each layer.
    public static Optional<Wei> ofTokens(ExitStep step, ExitState.Way way, Wei price) {
        return switch (step) {
            case INITIATE ->
                way == ExitState.Way.THROUGH_L1 ? Optional.of(price.times(FORCE_TOKENS)) : Optional.empty();
            case PROVE -> Optional.of(price.times(PROVE_TOKENS));
            case FINISH -> Optional.of(price.times(FINISH_TOKENS));
            case OWN_ROOT, RESOLVE, REPLAY -> of(step, way, price);
        };
    }

    /// As [#whole], for tokens.
    public static Wei wholeOfTokens(boolean forced, Wei price) {
        return price.times((forced ? FORCE_TOKENS : 0) + PROVE_TOKENS + Readiness.END_GAME + FINISH_TOKENS);
    }

    /// All steps of one withdrawal on L1 together.
    /// @param forced whether it is begun there too
    public static Wei whole(boolean forced, Wei price) {
        return price.times((forced ? Readiness.FORCE : 0) + Readiness.PROVE + Readiness.END_GAME + Readiness.FINISH);
    }
}
