package org.lifeboat.engine.exit;

import java.util.Comparator;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.RootChoices;
import org.lifeboat.rollups.opstack.Standing;

/// From what is kept and what is seen to what is kept and what comes next. Pure; the same sight twice
/// changes nothing.
final class ExitPlan {
    private ExitPlan() {}

    /// @param state to be saved before anything is done about `next`
    record Step(ExitState state, ExitNext next) {}

    static Step step(ExitState before, ExitSight sight) {
        ExitState state = choosing(learnt(before, sight), sight.l1());
        ExitNext next = next(state, sight);
        return new Step(
                standsOnAProof(next) && state.forgottenRoot().isPresent() ? state.with(new RootWish.Best()) : state,
                next);
    }

    private static ExitNext next(ExitState state, ExitSight sight) {
        // What L1 has recorded needs no word of the L2 any more.
        if (sight.l1() instanceof ExitSight.OfL1.Says(ExitFacts facts, Optional<L1Call> resolution)
                && (facts.paidOut() || !facts.proofs().isEmpty())) {
            return onL1(state, facts, resolution);
        }
        return switch (sight.l2()) {
            case ExitSight.OfL2.NotAsked _ -> notOnL2(state, sight);
            case ExitSight.OfL2.Absent _ -> new ExitNext.AwaitL2(transaction(state));
            case ExitSight.OfL2.Failed _ -> new ExitNext.CameToNothing(transaction(state));
            case ExitSight.OfL2.Silent(String why) ->
                state.withdrawal().isPresent() ? ofL1(state, sight.l1()) : new ExitNext.CouldNotLook(false, why);
            case ExitSight.OfL2.Has _ -> ofL1(state, sight.l1());
        };
    }

    /// Then no proof is to be made, and it does not matter any more against which root one would have been.
    private static boolean standsOnAProof(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing standing, var _)
                && switch (standing) {
                    case Standing.PaidOut _, Standing.Waiting _, Standing.CanResolve _, Standing.CanFinish _ -> true;
                    case Standing.Paused _,
                            Standing.NoRoot _,
                            Standing.RootTooNew _,
                            Standing.NotRead _,
                            Standing.CanProve _,
                            Standing.MustProveAgain _,
                            Standing.Doubted _ -> false;
                };
    }

    private static ExitState learnt(ExitState state, ExitSight sight) {
        ExitState named = sight.l2Transaction().isPresent() ? state.with(sight.l2Transaction()) : state;
        return sight.l2() instanceof ExitSight.OfL2.Has(var withdrawal, var block)
                ? named.with(withdrawal, block)
                : named;
    }

    private static ExitNext notOnL2(ExitState state, ExitSight sight) {
        if (sight.initiation().isEmpty()) {
            return state.withdrawal().isPresent() ? ofL1(state, sight.l1()) : new ExitNext.Initiate();
        }
        // What was signed once is never offered again: that its nonce was taken, or that it failed, can be the word of
        // a source that is behind another. Whoever wants a second one begins it, and types its amount.
        OwnTransaction own = sight.initiation().get();
        return switch (own.status()) {
            case Status.Saved _,
                    Status.Sent _,
                    Status.Dropped _,
                    Status.Replaced _,
                    Status.Accepted _,
                    Status.Mined _ -> new ExitNext.AwaitOwn(own);
            case Status.Reverted _ -> new ExitNext.CameToNothing(own.hash());
        };
    }

    private static ExitNext ofL1(ExitState state, ExitSight.OfL1 sight) {
        return switch (sight) {
            case ExitSight.OfL1.NotAsked _ -> new ExitNext.CouldNotLook(true, "not asked");
            case ExitSight.OfL1.Silent(String why) -> new ExitNext.CouldNotLook(true, why);
            case ExitSight.OfL1.Says(ExitFacts facts, Optional<L1Call> resolution) -> onL1(state, facts, resolution);
        };
    }

    /// A withdrawal whose block on the L2 nobody has told stands in one that a root covers against which it
    /// was proven.
    static Optional<L2Block> block(ExitState state, ExitFacts facts) {
        return state.block()
                .or(() -> facts.proofs().stream()
                        .map(proof -> proof.game().block())
                        .min(Comparator.naturalOrder()));
    }

    private static ExitNext onL1(ExitState state, ExitFacts facts, Optional<L1Call> resolution) {
        Optional<L2Block> known = block(state, facts);
        if (known.isEmpty() && !facts.paidOut()) {
            return new ExitNext.CouldNotLook(false, "in which block of the L2 it stands is not known");
        }
        L2Block block = known.orElseGet(() -> new L2Block(0));
        Standing standing = OpStack.standing(facts, block, resolution);
        return new ExitNext.OnL1(
                state.chosenRoot()
                        .map(root -> RootChoices.preferring(standing, facts, block, root))
                        .orElse(standing),
                facts);
    }

    /// A choice that is none any more is forgotten: so the next proof is made against what is best then.
    private static ExitState choosing(ExitState state, ExitSight.OfL1 sight) {
        if (!(sight instanceof ExitSight.OfL1.Says(ExitFacts facts, var _))) {
            return state;
        }
        return state.chosenRoot()
                .filter(root -> block(state, facts)
                        .filter(block -> !RootChoices.lasts(facts, block, root))
                        .isPresent())
                .map(root -> state.with(new RootWish.Forgotten(root)))
                .orElse(state);
    }

    private static Hash32 transaction(ExitState state) {
        return state.l2Transaction().orElseThrow();
    }
}
