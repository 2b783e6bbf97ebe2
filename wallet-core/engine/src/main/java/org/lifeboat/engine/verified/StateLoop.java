package org.lifeboat.engine.verified;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.verifier.call.GivenState;

/// Runs something on the state of one block of one source, fetches what it lacks, and runs it again. Proven
/// where the source proves anything, else on its word. Used once.
final class StateLoop {
    /// A transaction through a few proxies needs five; more is somebody's game.
    private static final int MOST_ROUNDS = 12;

    /// Accounts, slots and block hashes for one transaction; some 4 MB of proofs.
    private static final int MOST_KEYS = 2_000;

    /// What is taken of an access list, which is only a hint.
    private static final int MOST_HINTS = 400;

    private final ChainId chain;
    private final Source source;
    private final BlockHeader header;
    private final KnownStates states;
    private final KnownCodes codes;
    private final Deadline deadline;
    private final WitnessBook book;
    private GivenState state;
    private BlockSelector block;
    private boolean claims;
    private boolean anythingProven;

    StateLoop(PinnedBlock pinned, KnownStates states, Deadline deadline) {
        this.chain = pinned.network().chain();
        this.source = pinned.head().source();
        this.header = pinned.header();
        this.states = states;
        this.codes = states.codes();
        this.deadline = deadline;
        this.state = states.of(header.stateRoot());
        this.book = states.bookOf(header.stateRoot());
        this.block = new BlockSelector.ByHash(pinned.head().block().hash());
    }

    /// @param contracts accounts that are surely met, the first to be run first
    /// @param hint what the source is asked to list as touched; empty: it is not asked
    <R> Looped<R> run(List<Address> contracts, Optional<CallRequest> hint, Function<GivenState, Attempt<R>> attempt) {
        Looped<R> looped = loop(contracts, hint, attempt);
        if (!claims && !(looped instanceof Looped.Lied<R>)) {
            states.keep(header.stateRoot(), state, book);
        }
        return looped;
    }

    /// What the run stood on; empty where that is one server's word.
    Optional<Ground> ground() {
        return claims ? Optional.empty() : Optional.of(new Ground(header.encoded(), book.whole()));
    }

    private <R> Looped<R> loop(
            List<Address> contracts, Optional<CallRequest> hint, Function<GivenState, Attempt<R>> attempt) {
        List<AccessListEntry> hints = new ArrayList<>();
        Optional<Looped<R>> end = fetchFirst(contracts, hint, hints);
        Collection<StateKey> hinted = keys(hints);
        for (int round = 0; end.isEmpty() && round < MOST_ROUNDS; round++) {
            switch (attempt.apply(state)) {
                case Attempt.Done<R>(R value) -> {
                    return new Looped.Done<>(value, claims ? Assurance.CLAIMED : Assurance.MATCHED);
                }
                case Attempt.NotHere<R>(String what) -> {
                    return stopped(CouldNot.Why.ONLY_THERE, what);
                }
                case Attempt.Needs<R>(var keys) -> {
                    List<StateKey> wanted = new ArrayList<>(keys);
                    wanted.addAll(hinted);
                    hinted = List.of();
                    end = fetch(wanted, round == 0 ? hints : List.of());
                }
            }
        }
        return end.orElseGet(() -> stopped(CouldNot.Why.TOO_MUCH, ""));
    }

    /// The access list, and beside it what is sure to be needed.
    private <R> Optional<Looped<R>> fetchFirst(
            List<Address> contracts, Optional<CallRequest> hint, List<AccessListEntry> hints) {
        StateFetch fetch = asked(
                () -> {
                    StateFetch first = new StateFetch(chain, header, block, state, codes);
                    contracts.forEach(first::wantContract);
                    return first;
                },
                batch -> hint.filter(_ -> hints.isEmpty())
                        .ifPresent(call -> batch.add(
                                new Query.AccessListOf(call, block),
                                reply -> reply.got().ifPresent(hints::addAll))));
        if (fetch.lie().isPresent()) {
            return Optional.of(new Looped.Lied<>(fetch.lie().get()));
        }
        boolean knowsFirst = contracts.stream().allMatch(address -> state.has(new StateKey.Account(address)));
        anythingProven = knowsFirst;
        if (knowsFirst) {
            return Optional.empty();
        }
        // Perhaps it does not take a block by its hash; the proofs tell anyway whether it is the same one.
        if (block instanceof BlockSelector.ByHash) {
            block = new BlockSelector.AtNumber(header.number());
            return fetchFirst(contracts, hint, hints);
        }
        // From here on nothing is proven: nothing of what was may stand beside it, and nothing of it is kept.
        claims = true;
        state = new GivenState();
        return Optional.empty();
    }

    private <R> Optional<Looped<R>> fetch(Collection<StateKey> wanted, List<AccessListEntry> contracts) {
        if (state.size() + wanted.size() > MOST_KEYS) {
            return Optional.of(stopped(CouldNot.Why.TOO_MUCH, ""));
        }
        if (deadline.isOver()) {
            return Optional.of(stopped(CouldNot.Why.OUT_OF_TIME, ""));
        }
        return claims ? fetchClaims(wanted) : fetchProofs(wanted, contracts);
    }

    private <R> Optional<Looped<R>> fetchProofs(Collection<StateKey> wanted, List<AccessListEntry> contracts) {
        int before = state.size();
        StateFetch fetch = asked(
                () -> {
                    StateFetch next = new StateFetch(chain, header, block, state, codes);
                    next.want(wanted);
                    contracts.forEach(entry -> next.wantContract(entry.contract()));
                    return next;
                },
                _ -> {});
        if (fetch.lie().isPresent()) {
            return Optional.of(new Looped.Lied<>(fetch.lie().get()));
        }
        boolean nothingNew = state.size() == before && fetch.problem().isPresent();
        return nothingNew
                ? Optional.of(stopped(reasonOfSilence(), fetch.problem().get()))
                : Optional.empty();
    }

    /// Asks, takes what is proven, and asks once more where a proof does not hold.
    /// @param beside what else is asked with it
    private StateFetch asked(Supplier<StateFetch> wanted, Consumer<Batch> beside) {
        StateFetch first = ask(wanted.get(), beside);
        boolean unfit = first.lie().filter(Contradiction::isUnfitProof).isPresent();
        return unfit ? ask(wanted.get(), beside) : first;
    }

    private StateFetch ask(StateFetch fetch, Consumer<Batch> beside) {
        Batch batch = new Batch();
        fetch.addTo(batch);
        beside.accept(batch);
        batch.ask(source, Purpose.PREPARE_TRANSACTION, deadline.remaining());
        fetch.take();
        book.note(fetch);
        return fetch;
    }

    private <R> Optional<Looped<R>> fetchClaims(Collection<StateKey> wanted) {
        ClaimFetch fetch = new ClaimFetch(block, state);
        fetch.want(wanted);
        fetch.batch().ask(source, Purpose.PREPARE_TRANSACTION, deadline.remaining());
        fetch.take();
        return fetch.problem().map(why -> stopped(reasonOfSilence(), why));
    }

    private CouldNot.Why reasonOfSilence() {
        return deadline.isOver()
                ? CouldNot.Why.OUT_OF_TIME
                : anythingProven ? CouldNot.Why.STATE_REFUSED : CouldNot.Why.NO_ANSWER;
    }

    private static List<StateKey> keys(List<AccessListEntry> hints) {
        List<StateKey> keys = new ArrayList<>();
        for (AccessListEntry hint : hints) {
            keys.add(new StateKey.Account(hint.contract()));
            for (Hash32 slot : hint.slots()) {
                keys.add(new StateKey.Storage(hint.contract(), slot));
            }
        }
        return List.copyOf(keys.subList(0, Math.min(MOST_HINTS, keys.size())));
    }

    private static <R> Looped<R> stopped(CouldNot.Why why, String detail) {
        return new Looped.Stopped<>(new CouldNot(why, detail));
    }
}
