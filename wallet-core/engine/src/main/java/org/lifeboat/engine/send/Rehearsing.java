package org.lifeboat.engine.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.engine.verified.Simulating;
import org.lifeboat.engine.verified.Trial;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.tx.Transaction;

/// Tries a draft out before anybody signs it. Whatever comes of it, the draft can be signed: a predicted
/// failure is a warning, and where nothing could be tried the draft says so. Thread-safe.
public final class Rehearsing {
    private final Simulating simulating = new Simulating();

    /// @param disagreements sources that were caught on the way
    public record Rehearsed(Draft draft, List<Disagreement> disagreements) {
        public Rehearsed {
            disagreements = List.copyOf(disagreements);
        }
    }

    /// What was prepared, tried out where it is a draft.
    Preparation rehearse(
            Preparation preparation, List<Source> sources, Optional<SyncStatus> verified, Duration patience) {
        return switch (preparation) {
            case Preparation.Ready(Draft draft, List<Disagreement> disagreements) -> {
                Rehearsed rehearsed = rehearse(draft, sources, verified, patience);
                yield new Preparation.Ready(
                        rehearsed.draft(),
                        Stream.concat(disagreements.stream(), rehearsed.disagreements().stream())
                                .toList());
            }
            case Preparation.NotPossible _, Preparation.GasLimitWanted _, Preparation.Unanswered _ -> preparation;
        };
    }

    /// How much gas is enough, as far as it can be tried here.
    /// @param transaction the payment with that gas limit
    /// @return as [Simulating#gasEnough]
    Looped<Optional<Gas>> gasEnough(
            Network network, Address from, LongFunction<Transaction> transaction, Source source, Deadline deadline) {
        return simulating.gasEnough(
                limit -> new Trial(network, transaction.apply(limit), from, List.of()), source, deadline);
    }

    /// @param sources of the draft's network, of which nothing is verified
    public Rehearsed rehearse(Draft draft, List<Source> sources, Duration patience) {
        return rehearse(draft, sources, Optional.empty(), patience);
    }

    /// @param sources of the draft's network
    /// @param verified what is verified of it, where it is an L1 that is followed
    public Rehearsed rehearse(Draft draft, List<Source> sources, Optional<SyncStatus> verified, Duration patience) {
        List<Address> watched = Stream.of(draft.from(), draft.to()).distinct().toList();
        Trial trial = new Trial(draft.network(), draft.transaction(), draft.from(), watched);
        Simulating.Report report = simulating.simulate(trial, sources, verified, Deadline.in(patience));
        List<Check> checks = new ArrayList<>(draft.checks());
        if (report.simulated() instanceof Simulated.Shown shown) {
            checks.addAll(SimulationChecks.of(draft, shown.effects()));
        }
        return new Rehearsed(draft.withChecks(checks).with(report.simulated()), report.disagreements());
    }
}
