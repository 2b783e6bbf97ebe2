package org.lifeboat.engine.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.Candidate;
import org.lifeboat.vault.hd.PathKind;

/// Walks the common paths until five accounts in a row were never used.
public final class Discovery {
    /// How many unused accounts in a row end a path.
    public static final int GAP = 5;

    /// No wallet keeps this many accounts by accident; a source that claims all are used would never end.
    static final int MOST = 500;

    private final Duration patience;

    /// @param patience for each request
    public Discovery(Duration patience) {
        this.patience = patience;
    }

    /// Where candidates come from: the vault.
    @FunctionalInterface
    public interface Candidates {
        List<Candidate> of(PathKind kind, int from, int count);
    }

    /// @param source who is asked on one network
    /// @param tokens tokens of the bundled list whose balances also count as use
    public record Place(Source source, List<Address> tokens) {
        public Place {
            tokens = List.copyOf(tokens);
        }
    }

    /// @param used in the order of the paths, then of their numbers
    /// @param incomplete what was not answered: accounts may be missing
    public record Findings(List<Candidate> used, List<Unanswered> incomplete) {
        public Findings {
            used = List.copyOf(used);
            incomplete = List.copyOf(incomplete);
        }
    }

    /// @param host who did not answer
    /// @param words why
    public record Unanswered(PathKind path, String host, String words) {}

    /// @throws IllegalArgumentException if a source is to be asked that the user has not agreed to
    public Findings find(Disclosure.Agreed agreed, List<Place> places, Candidates candidates) {
        if (!places.stream().allMatch(place -> agreed.covers(place.source()))) {
            throw new IllegalArgumentException("a source the user has not agreed to");
        }
        Map<PathKind, List<Candidate>> used = new EnumMap<>(PathKind.class);
        List<Unanswered> incomplete = new ArrayList<>();
        for (PathKind kind : PathKind.values()) {
            used.put(kind, walk(kind, places, candidates, incomplete));
        }
        return new Findings(used.values().stream().flatMap(List::stream).toList(), incomplete);
    }

    private List<Candidate> walk(
            PathKind kind, List<Place> places, Candidates candidates, List<Unanswered> incomplete) {
        List<Candidate> used = new ArrayList<>();
        int unused = 0;
        for (int from = 0; unused < GAP && from < MOST; from += GAP) {
            for (Usage usage : ask(candidates.of(kind, from, GAP), places)) {
                if (usage.used) {
                    used.add(usage.candidate);
                    unused = 0;
                } else if (usage.problem.isPresent()) {
                    Problem problem = usage.problem.get();
                    incomplete.add(new Unanswered(kind, problem.host(), problem.words()));
                    return used;
                } else if (++unused == GAP) {
                    return used;
                }
            }
        }
        return used;
    }

    private List<Usage> ask(List<Candidate> candidates, List<Place> places) {
        List<Usage> usages = candidates.stream().map(Usage::new).toList();
        for (Place place : places) {
            Batch batch = new Batch();
            for (Usage usage : usages) {
                Address address = usage.candidate.address();
                batch.add(
                        new Query.NonceOf(address, BlockSelector.LATEST),
                        reply -> usage.take(place, reply, nonce -> nonce.value() > 0));
                batch.add(
                        new Query.BalanceOf(address, BlockSelector.LATEST),
                        reply -> usage.take(place, reply, balance -> !balance.isZero()));
                for (Address token : place.tokens()) {
                    batch.add(
                            new Query.CallOf(CallRequest.read(token, Erc20.balanceOf(address)), BlockSelector.LATEST),
                            reply -> usage.takeToken(reply.got()
                                    .flatMap(AbiFunction::word)
                                    .filter(units -> units.signum() > 0)
                                    .isPresent()));
                }
            }
            batch.ask(place.source(), Purpose.FIND_ACCOUNTS, patience);
        }
        return usages;
    }

    private record Problem(String host, String words) {}

    /// What is known of one candidate while the answers come in.
    private static final class Usage {
        private final Candidate candidate;
        private boolean used;
        private Optional<Problem> problem = Optional.empty();

        private Usage(Candidate candidate) {
            this.candidate = candidate;
        }

        private <R> void take(Place place, Reply<R> reply, Predicate<R> showsUse) {
            reply.got()
                    .ifPresentOrElse(
                            value -> used |= showsUse.test(value),
                            () -> problem =
                                    Optional.of(new Problem(place.source().id().shown(), reply.problem())));
        }

        /// A token that does not answer says nothing about the account.
        private void takeToken(boolean held) {
            used |= held;
        }
    }
}
