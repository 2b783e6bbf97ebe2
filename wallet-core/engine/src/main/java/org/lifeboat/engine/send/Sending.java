package org.lifeboat.engine.send;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Bytes;

/// Prepares payments. Signs nothing, sends nothing. Thread-safe.
public final class Sending {
    private final Storage storage;
    private final InstantSource clock;
    private final Duration patience;
    private final Rehearsing rehearsing = new Rehearsing();

    /// @param patience for one source; the next one is tried after that
    public Sending(Storage storage, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.clock = clock;
        this.patience = patience;
    }

    /// Makes a draft of what is wanted, with fee and checks, from the first source that gives what is needed,
    /// and tries it out.
    /// @throws InterruptedException if the caller was interrupted
    public Preparation prepare(SendOrder order, SendPlace place) throws InterruptedException {
        return rehearsing.rehearse(untried(order, place, place.sources()), place.sources(), place.verified(), patience);
    }

    /// As [#prepare], for a draft that nobody is going to sign: which nonce it takes is all the same.
    Preparation untried(SendOrder order, SendPlace place) throws InterruptedException {
        return untried(order, place, List.of());
    }

    /// @param counting who is asked for the account's nonce besides the one that prepares
    private Preparation untried(SendOrder order, SendPlace place, List<Source> counting) throws InterruptedException {
        Optional<Check> absurd = Plausible.absurd(order);
        if (absurd.isPresent()) {
            return new Preparation.NotPossible(List.of(absurd.get()));
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Deadline elsewhereBy = Deadline.in(patience);
            Map<SendPlace.Elsewhere, Check> elsewhere = new ConcurrentHashMap<>();
            Map<SendPlace.Elsewhere, Boolean> asked = new ConcurrentHashMap<>();
            // What stands elsewhere under a contract's address says nothing about a call of it here.
            List<SendPlace.Elsewhere> others = order.isCall() ? List.of() : place.elsewhere();
            for (SendPlace.Elsewhere other : others) {
                threads.execute(() -> {
                    boolean answered = askElsewhere(order, other, elsewhere, elsewhereBy);
                    asked.put(other, answered);
                });
            }
            Preparation preparation = fromSources(order, place, counting);
            if (!(preparation instanceof Preparation.Ready(Draft draft, List<Disagreement> disagreements))) {
                return preparation;
            }
            threads.shutdown();
            boolean all = threads.awaitTermination(elsewhereBy.remaining().toNanos(), TimeUnit.NANOSECONDS);
            List<Check> checks = new ArrayList<>(familiar(order, place));
            checks.addAll(new CrossingNonces(storage).of(order, place, clock.instant(), Deadline.in(patience)));
            checks.addAll(new ForcedFunds(storage).of(order, place, Deadline.in(patience)));
            checks.addAll(draft.checks());
            boolean codeHere = draft.checks().stream()
                    .anyMatch(check -> check.kind() == Check.Kind.RECIPIENT_IS_CONTRACT
                            || check.kind() == Check.Kind.RECIPIENT_DELEGATES);
            for (SendPlace.Elsewhere other : others) {
                Check check = elsewhere.get(other);
                if (check != null && !codeHere) {
                    checks.add(check);
                } else if (!all || !asked.getOrDefault(other, false)) {
                    checks.add(Check.of(
                            Check.Kind.CODE_ELSEWHERE_UNKNOWN, other.network().name()));
                }
            }
            return new Preparation.Ready(draft.withChecks(checks), disagreements);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Check> familiar(SendOrder order, SendPlace place) {
        return order.isCall()
                ? List.of()
                : new RecipientChecks(storage.activity(), storage.contacts(), storage.accounts())
                        .familiar(order, place);
    }

    private Preparation fromSources(SendOrder order, SendPlace place, List<Source> counting)
            throws InterruptedException {
        try (NonceCensus census =
                new NonceCensus(place.network().chain(), order.from(), counting, place.verified(), patience)) {
            return fromSources(order, place, census);
        }
    }

    private Preparation fromSources(SendOrder order, SendPlace place, NonceCensus census) throws InterruptedException {
        NonceChoice.Own own = OwnNonces.of(storage.activity(), place.network().chain(), order.from());
        List<Note> reasons = new ArrayList<>();
        List<Disagreement> disagreements = new ArrayList<>();
        for (Source source : place.sources()) {
            if (source.health().setAside()) {
                reasons.add(Note.of(Note.Kind.SOURCE_SET_ASIDE, source.id().shown()));
                continue;
            }
            Preparer preparer =
                    new Preparer(order, place, source, census, own, clock.instant(), Deadline.in(patience), rehearsing);
            switch (preparer.prepare()) {
                case Preparer.Outcome.Drafted(Draft draft) -> {
                    disagreements.addAll(census.lies());
                    return new Preparation.Ready(draft, disagreements);
                }
                case Preparer.Outcome.NotPossible(List<Check> checks) -> {
                    return new Preparation.NotPossible(checks);
                }
                case Preparer.Outcome.GasLimitWanted(List<Check> checks) -> {
                    return new Preparation.GasLimitWanted(checks, disagreements);
                }
                case Preparer.Outcome.Lied(Disagreement disagreement) -> disagreements.add(disagreement);
                case Preparer.Outcome.Silent(Note reason) -> reasons.add(reason);
            }
        }
        if (reasons.isEmpty() && disagreements.isEmpty()) {
            reasons.add(Note.of(Note.Kind.NO_SOURCE));
        }
        return new Preparation.Unanswered(reasons, disagreements);
    }

    /// @return whether the source answered
    private static boolean askElsewhere(
            SendOrder order, SendPlace.Elsewhere other, Map<SendPlace.Elsewhere, Check> found, Deadline deadline) {
        var reply = other.source()
                .ask(
                        new Query.CodeOf(order.to(), BlockSelector.LATEST),
                        Purpose.PREPARE_TRANSACTION,
                        deadline.remaining());
        reply.got()
                .filter(code ->
                        !code.isEmpty() && RecipientChecks.delegate(code).isEmpty())
                .ifPresent((Bytes _) -> found.put(
                        other,
                        Check.of(
                                Check.Kind.CODE_ELSEWHERE,
                                order.to().toChecksum(),
                                other.network().name())));
        return reply.got().isPresent();
    }
}
