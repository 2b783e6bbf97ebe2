package org.lifeboat.engine.verified;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Gas;
import org.lifeboat.verifier.call.Effects;
import org.lifeboat.verifier.call.Simulation;
import org.lifeboat.verifier.call.Simulator;

/// Tries a transaction out before it is signed, in the newest block of a source; on an L1 whose head is verified
/// here, in that one. Thread-safe.
public final class Simulating {
    /// A head of so long ago says too little of what a transaction will meet: five slots.
    private static final Duration NEW = Duration.ofMinutes(1);

    private final KnownStates states = new KnownStates();

    /// @param disagreements sources that were caught on the way; they have been told
    public record Report(Simulated simulated, List<Disagreement> disagreements) {
        public Report {
            disagreements = List.copyOf(disagreements);
        }
    }

    /// @param sources of the network; the next is asked where one was caught or does not answer
    /// @param verified what is verified of the network, if it is an L1 and followed
    public Report simulate(Trial trial, List<Source> sources, Optional<SyncStatus> verified, Deadline deadline) {
        List<Disagreement> disagreements = new ArrayList<>();
        CouldNot reason = new CouldNot(CouldNot.Why.NO_ANSWER, "");
        for (Source source : sources) {
            if (source.health().setAside() || deadline.isOver()) {
                continue;
            }
            switch (newest(trial, source, verified, deadline)) {
                case Looped.Done<Simulated.Shown>(Simulated.Shown shown, var _) -> {
                    return new Report(shown, disagreements);
                }
                case Looped.Stopped<Simulated.Shown>(CouldNot why) -> {
                    reason = why;
                    if (!anotherMayHelp(why)) {
                        return new Report(new Simulated.Failed(why), disagreements);
                    }
                }
                case Looped.Lied<Simulated.Shown>(Contradiction contradiction) -> {
                    source.refuted(contradiction.refutation());
                    disagreements.add(new Disagreement(source.id(), contradiction));
                    reason = new CouldNot(CouldNot.Why.SOURCE_LIED, contradiction.inWords());
                }
            }
        }
        return new Report(new Simulated.Failed(reason), disagreements);
    }

    private static boolean anotherMayHelp(CouldNot reason) {
        return switch (reason.why()) {
            case NO_ANSWER, STATE_REFUSED, HEADER_UNKNOWN, OUT_OF_TIME, SOURCE_LIED -> true;
            case NOT_TRIED, RULES_UNKNOWN, NOT_EVM, ONLY_THERE, TOO_MUCH -> false;
        };
    }

    /// In the newest block that its committee has signed, if the source knows it; else in the source's newest. What
    /// fails there is tried in the newest as well: what it needs may have come in the block after.
    private Looped<Simulated.Shown> newest(
            Trial trial, Source source, Optional<SyncStatus> verified, Deadline deadline) {
        Optional<VerifiedHead> signed = verified.flatMap(
                status -> status.attested().filter(head -> status.age(head).compareTo(NEW) <= 0));
        if (signed.isEmpty()) {
            return at(BlockSelector.LATEST, trial, source, verified, deadline);
        }
        BlockSelector head = new BlockSelector.ByHash(signed.get().block().hash());
        Looped<Simulated.Shown> below = at(head, trial, source, verified, deadline);
        if (below instanceof Looped.Lied<Simulated.Shown> || succeeds(below)) {
            return below;
        }
        Looped<Simulated.Shown> newest = at(BlockSelector.LATEST, trial, source, verified, deadline);
        boolean helps = newest instanceof Looped.Lied<Simulated.Shown> || succeeds(newest) || !isProven(below);
        return helps ? newest : below;
    }

    private Looped<Simulated.Shown> at(
            BlockSelector block, Trial trial, Source source, Optional<SyncStatus> verified, Deadline deadline) {
        Looped<Simulated.Shown> tried =
                PinnedBlock.ask(source, trial.network(), block, deadline, pinned -> in(pinned, trial, deadline));
        return tried instanceof Looped.Done<Simulated.Shown>(Simulated.Shown shown, var _)
                ? raised(shown, Standing.of(shown.block(), shown.assurance(), verified))
                : tried;
    }

    private static boolean isProven(Looped<Simulated.Shown> tried) {
        return tried instanceof Looped.Done<Simulated.Shown>(var _, Assurance assurance)
                && !assurance.equals(Assurance.CLAIMED);
    }

    private static boolean succeeds(Looped<Simulated.Shown> tried) {
        return isProven(tried)
                && tried instanceof Looped.Done<Simulated.Shown>(Simulated.Shown shown, var _)
                && shown.effects().ending() instanceof Effects.Ending.Succeeds;
    }

    private static Looped<Simulated.Shown> raised(Simulated.Shown shown, Assurance assurance) {
        return new Looped.Done<>(
                new Simulated.Shown(shown.effects(), shown.block(), assurance, shown.ground()), assurance);
    }

    private Looped<Simulated.Shown> in(PinnedBlock pinned, Trial trial, Deadline deadline) {
        Simulator simulator = new Simulator(pinned.conditions(), states.analysed());
        StateLoop loop = new StateLoop(pinned, states, deadline);
        Looped<Effects> looped = loop.run(
                trial.met(pinned.header().beneficiary()),
                Optional.of(trial.request()),
                state -> attempt(simulator.transaction(trial.transaction(), trial.from(), trial.watched(), state)));
        return switch (looped) {
            case Looped.Done<Effects>(Effects effects, var assurance) ->
                new Looped.Done<>(
                        new Simulated.Shown(effects, pinned.head().block(), assurance, loop.ground()), assurance);
            case Looped.Stopped<Effects>(CouldNot reason) -> new Looped.Stopped<>(reason);
            case Looped.Lied<Effects>(Contradiction contradiction) -> new Looped.Lied<>(contradiction);
        };
    }

    /// How much gas is enough for a transaction in the newest block of one source.
    /// @param trial the transaction with that gas limit
    /// @return done with nothing: it does not succeed, however much gas it gets. A source that was caught has not
    /// been told
    public Looped<Optional<Gas>> gasEnough(LongFunction<Trial> trial, Source source, Deadline deadline) {
        Trial any = trial.apply(0);
        return PinnedBlock.ask(source, any.network(), BlockSelector.LATEST, deadline, pinned -> {
            Simulator simulator = new Simulator(pinned.conditions(), states.analysed());
            GasSearch search = new GasSearch(pinned.conditions(), simulator, trial);
            return new StateLoop(pinned, states, deadline)
                    .run(any.met(pinned.header().beneficiary()), Optional.of(any.request()), search::on);
        });
    }

    private static Attempt<Effects> attempt(Simulation simulation) {
        return switch (simulation) {
            case Simulation.Done(Effects effects) -> new Attempt.Done<>(effects);
            case Simulation.Needs(var keys) -> new Attempt.Needs<>(keys);
            case Simulation.NotHere(String what) -> new Attempt.NotHere<>(what);
        };
    }
}
