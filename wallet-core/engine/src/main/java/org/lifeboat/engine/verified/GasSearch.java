package org.lifeboat.engine.verified;

import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.primitives.Gas;
import org.lifeboat.verifier.call.Conditions;
import org.lifeboat.verifier.call.Effects;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulation;
import org.lifeboat.verifier.call.Simulator;

/// Looks for a gas limit with which a transaction succeeds. What a run uses is not enough to give it: refunds
/// come only at its end (EIP-3529), and a caller keeps a part of its gas back from whom it calls (EIP-150).
/// Pure.
final class GasSearch {
    private final Simulator simulator;
    private final LongFunction<Trial> trial;
    private final long most;

    /// @param trial the transaction with that gas limit
    GasSearch(Conditions conditions, Simulator simulator, LongFunction<Trial> trial) {
        this.simulator = simulator;
        this.trial = trial;
        this.most = Math.min(
                conditions.rules().transactionGasCap, conditions.block().gasLimit());
    }

    /// @return done with nothing: it does not succeed, however much gas it gets
    Attempt<Optional<Gas>> on(GivenState state) {
        Simulation richest = run(most, state);
        return switch (richest) {
            case Simulation.Done(Effects effects) when succeeds(richest) -> upFrom(effects.gasUsed(), state);
            case Simulation.Done _ -> new Attempt.Done<>(Optional.empty());
            case Simulation.Needs(var keys) -> new Attempt.Needs<>(keys);
            case Simulation.NotHere(String what) -> new Attempt.NotHere<>(what);
        };
    }

    private Attempt<Optional<Gas>> upFrom(long used, GivenState state) {
        long limit = used;
        while (limit < most) {
            Simulation simulation = run(limit, state);
            if (simulation instanceof Simulation.Needs(var keys)) {
                return new Attempt.Needs<>(keys); // With less gas it took another way.
            }
            if (succeeds(simulation)) {
                return new Attempt.Done<>(Optional.of(new Gas(limit)));
            }
            limit += Math.max(1, limit / 4);
        }
        return new Attempt.Done<>(Optional.of(new Gas(most)));
    }

    private Simulation run(long limit, GivenState state) {
        Trial tried = trial.apply(limit);
        return simulator.transaction(tried.transaction(), tried.from(), tried.watched(), state);
    }

    private static boolean succeeds(Simulation simulation) {
        return simulation instanceof Simulation.Done(Effects effects)
                && effects.ending() instanceof Effects.Ending.Succeeds;
    }
}
