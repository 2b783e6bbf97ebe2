package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.Attempt;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.VerifiedReads;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.RootChoices;
import org.lifeboat.rollups.opstack.RootMarks;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenNames;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Reads a bridge: its contracts run here, on state that a source has to prove. Where L1 is followed, at
/// the newest block that a committee signed; else at the newest that the source names. Thread-safe.
public final class BridgeLook {
    /// Of a chain that posts a root an hour: those of the last hours. Anybody can post among them.
    private static final int NEWEST_ROOTS = 8;

    private static final String NO_BRIDGE = "the contracts at the portal's address do not answer as a bridge does";

    private static final String OTHER_COIN =
            "this chain pays its gas in a coin of its own (custom gas token), and its way out is not known here";

    private final VerifiedReads reads;
    private final Optional<CoinLook> coins;

    public BridgeLook() {
        this(new VerifiedReads(), Optional.empty());
    }

    private BridgeLook(VerifiedReads reads, Optional<CoinLook> coins) {
        this.reads = reads;
        this.coins = coins;
    }

    /// The same, which keeps what each look says of a chain's coin.
    public BridgeLook keeping(OwnCoins kept) {
        return new BridgeLook(reads, Optional.of(new CoinLook(kept)));
    }

    /// What came of a look at L1.
    public sealed interface Outcome<R> {
        /// @param assurance of the state that was read
        /// @param block that was read
        record Seen<R>(R value, Assurance assurance, BlockHeader block, List<Disagreement> disagreements)
                implements Outcome<R> {}

        /// @param why of the last source, in its words or ours
        record Silent<R>(String why, List<Disagreement> disagreements) implements Outcome<R> {}
    }

    /// Questions that hang on one another, all at one block.
    public interface Questions<R> {
        /// @return empty where the contracts do not answer as a bridge does
        Optional<R> ask(Session session, Bridge.Contracts contracts);
    }

    /// A withdrawal's facts, and what would end the game it was proven against.
    record Found(ExitFacts facts, Optional<L1Call> resolution) {}

    /// Where a bridge stands.
    Outcome<Bridge> bridge(ExitPlace place, Duration patience) {
        return ask(place, patience, inCoinOfL1(Session::bridge));
    }

    /// Who holds power over a bridge.
    Outcome<Powers> powers(ExitPlace place, Duration patience) {
        return ask(
                place,
                patience,
                (session, contracts) ->
                        session.read(contracts, (pass, _) -> Optional.of(OpStack.powers(pass, contracts))));
    }

    /// Which of these a timelock has waiting; empty where it could not be read.
    Optional<List<Powers.Queued>> announced(
            ExitPlace place, Address timelock, Collection<Hash32> names, Duration patience) {
        Outcome<List<Powers.Queued>> outcome = ask(
                place,
                patience,
                (session, _) -> session.read(
                        List.of(timelock), (pass, _) -> Optional.of(OpStack.announced(pass, timelock, names))));
        return outcome instanceof Outcome.Seen<List<Powers.Queued>> seen ? Optional.of(seen.value()) : Optional.empty();
    }

    /// @param names what a token says of itself on the L2
    Outcome<TokenExit> token(ExitPlace place, Address token, TokenNames names, Duration patience) {
        return ask(
                place,
                patience,
                (session, contracts) ->
                        session.read(contracts, (pass, _) -> OpStack.tokenExit(pass, contracts, token, names)));
    }

    /// The newest roots.
    Outcome<List<Game>> roots(ExitPlace place, Duration patience) {
        return ask(
                place,
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                        .flatMap(bridge -> session.read(
                                contracts, (pass, _) -> OpStack.newestGames(pass, bridge, RootRhythm.ROOTS))));
    }

    /// @param from whoever would send what ends a game
    /// @param known roots that are looked at however old they are
    Outcome<Found> exit(ExitPlace place, Hash32 withdrawal, Address from, List<RootPlace> known, Duration patience) {
        return ask(
                place,
                patience,
                inCoinOfL1((session, contracts) -> facts(session, contracts, withdrawal, from, known)
                        .flatMap(facts -> session.read(
                                contracts,
                                (pass, _) -> Optional.of(new Found(facts, OpStack.resolution(pass, facts, from)))))));
    }

    /// A withdrawal's facts with what L1 says of each root beside them.
    /// @param bridge with its newest final root
    record Roots(Found found, Bridge bridge, Map<Game, RootMarks> marks) {}

    /// The roots that a withdrawal could be proven against.
    /// @param named place in the list of a root that is wanted however old it is
    Outcome<Roots> roots(
            ExitPlace place,
            Hash32 withdrawal,
            Address from,
            List<RootPlace> known,
            Optional<Long> named,
            Duration patience) {
        return ask(
                place,
                patience,
                inCoinOfL1((session, contracts) -> facts(session, contracts, withdrawal, from, known)
                        .flatMap(facts -> session.read(
                                contracts,
                                (pass, _) -> Optional.of(named.map(index -> RootChoices.with(pass, facts, index))
                                        .orElse(facts))))
                        .flatMap(facts -> session.bridge(contracts)
                                .flatMap(bridge -> session.read(
                                        contracts,
                                        (pass, _) -> Optional.of(new Roots(
                                                new Found(facts, OpStack.resolution(pass, facts, from)),
                                                bridge,
                                                RootChoices.marks(pass, facts))))))));
    }

    /// What the newest final block of L1 says of a withdrawal.
    /// @return empty where there is none, or nobody proved it
    Optional<ExitFacts> settled(
            ExitPlace place, Hash32 withdrawal, Address own, List<RootPlace> known, Duration patience) {
        return place.settled()
                .flatMap(head -> proven(ask(
                        place,
                        List.of(ReadAt.settled(head)),
                        patience,
                        (session, contracts) -> facts(session, contracts, withdrawal, own, known))));
    }

    /// @param newest whether the newest roots are wanted too
    /// @param games as they were met before
    Optional<PostedRoots.Posted> roots(
            ExitPlace place, ReadAt at, boolean newest, Collection<PostedRoots.Met> games, Duration patience) {
        return proven(ask(
                place,
                List.of(at),
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                        .flatMap(bridge -> session.read(
                                contracts,
                                (pass, header) -> roots(pass, bridge, newest, games, header.unixSeconds())))));
    }

    private static Optional<PostedRoots.Posted> roots(
            Reads pass, Bridge bridge, boolean newest, Collection<PostedRoots.Met> games, long unixSeconds) {
        Optional<List<Game>> top = newest ? OpStack.newestGames(pass, bridge, NEWEST_ROOTS) : Optional.of(List.of());
        Map<PostedRoots.Met, Game> known = new LinkedHashMap<>();
        games.forEach(
                met -> OpStack.root(pass, bridge, met.contract(), met.block()).ifPresent(read -> known.put(met, read)));
        return top.map(list -> new PostedRoots.Posted(bridge, new L1Time(unixSeconds), list, known));
    }

    private static Optional<ExitFacts> facts(
            Session session, Bridge.Contracts contracts, Hash32 withdrawal, Address own, List<RootPlace> known) {
        session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts)); // So that rounds are left.
        return session.read(
                contracts,
                (pass, header) ->
                        OpStack.exitFacts(pass, contracts, withdrawal, own, new L1Time(header.unixSeconds()), known));
    }

    /// For whoever speaks of amounts: a chain with another coin is not taken for one with L1's.
    private static <R> Questions<R> inCoinOfL1(Questions<R> questions) {
        return (session, contracts) -> {
            if (contracts.otherCoin()) {
                session.why = OTHER_COIN;
                return Optional.empty();
            }
            return questions.ask(session, contracts);
        };
    }

    /// Where to read what is acted upon, the best first.
    private static List<ReadAt> present(ExitPlace place) {
        return place.signed()
                .map(head -> List.of(ReadAt.signed(head), ReadAt.NEWEST))
                .orElseGet(() -> List.of(ReadAt.NEWEST));
    }

    /// Nothing that is a claim.
    private static <R> Optional<R> proven(Outcome<R> outcome) {
        return outcome instanceof Outcome.Seen<R> seen && seen.assurance().level() != Assurance.Level.CLAIMED
                ? Optional.of(seen.value())
                : Optional.empty();
    }

    /// Any questions to the bridge's contracts and to those that they lead to. Where L1 is followed, the
    /// block that is read can be older than one's own newest transactions there: compare before anything is
    /// offered again.
    public <R> Outcome<R> ask(ExitPlace place, Duration patience, Questions<R> questions) {
        return ask(place, present(place), patience, questions);
    }

    private <R> Outcome<R> ask(ExitPlace place, List<ReadAt> blocks, Duration patience, Questions<R> questions) {
        List<Disagreement> disagreements = new ArrayList<>();
        Outcome<R> outcome = new Outcome.Silent<>("no source is set up", disagreements);
        for (Source source : place.l1Sources()) {
            Deadline deadline = Deadline.in(patience);
            for (ReadAt at : blocks) {
                outcome = better(outcome, ask(place, source, at, deadline, disagreements, questions));
                if (outcome instanceof Outcome.Seen<R> seen && !seen.assurance().equals(Assurance.CLAIMED)) {
                    return outcome;
                }
            }
            if (outcome instanceof Outcome.Seen<R>) {
                return outcome;
            }
        }
        return outcome;
    }

    private static <R> Outcome<R> better(Outcome<R> one, Outcome<R> other) {
        return one instanceof Outcome.Seen<R> && other instanceof Outcome.Silent<R> ? one : other;
    }

    private <R> Outcome<R> ask(
            ExitPlace place,
            Source source,
            ReadAt at,
            Deadline deadline,
            List<Disagreement> disagreements,
            Questions<R> questions) {
        if (source.health().setAside()) {
            return new Outcome.Silent<>(source.id().shown() + " is set aside", disagreements);
        }
        Session session = new Session(place.l1(), source, at, deadline);
        Optional<Bridge.Contracts> contracts =
                session.read(List.of(place.portal()), (pass, _) -> OpStack.contracts(pass, place.portal()));
        boolean another = contracts
                .flatMap(Bridge.Contracts::l2)
                .filter(chain -> !chain.equals(place.l2().chain()))
                .isPresent();
        if (another) {
            return new Outcome.Silent<>("the portal belongs to another chain", disagreements);
        }
        contracts.ifPresent(known -> coins.ifPresent(look -> look.learn(place, session, known, deadline)));
        Optional<R> found = contracts.flatMap(known -> questions.ask(session, known));
        session.lie.ifPresent(contradiction -> {
            source.refuted(contradiction.refutation());
            disagreements.add(new Disagreement(source.id(), contradiction));
        });
        return found.isPresent() && session.lie.isEmpty()
                ? new Outcome.Seen<>(found.get(), session.assurance(), session.header.orElseThrow(), disagreements)
                : new Outcome.Silent<>(session.why, disagreements);
    }

    /// Several readings at one block of one source.
    public final class Session {
        private final Network l1;
        private final Source source;
        private final ReadAt at;
        private final Deadline deadline;
        private Optional<BlockHeader> header = Optional.empty();
        private Optional<Contradiction> lie = Optional.empty();
        private boolean proven = true;
        private String why = NO_BRIDGE;

        private Session(Network l1, Source source, ReadAt at, Deadline deadline) {
            this.l1 = l1;
            this.source = source;
            this.at = at;
            this.deadline = deadline;
        }

        /// Of everything that was read.
        Assurance assurance() {
            return proven ? at.worth() : Assurance.CLAIMED;
        }

        /// One pass of questions, run again from the beginning until nothing is lacking.
        public <R> Optional<R> read(Bridge.Contracts contracts, BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            List<Address> met = new ArrayList<>(List.of(contracts.portal(), contracts.factory()));
            contracts.registry().ifPresent(met::add);
            return read(met, questions);
        }

        /// The bridge, with the newest root that L1 treats as final where the search for that came to an end.
        public Optional<Bridge> bridge(Bridge.Contracts contracts) {
            return read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                    .map(bridge -> read(
                                    contracts,
                                    (pass, found) -> OpStack.bridge(pass, contracts, new L1Time(found.unixSeconds())))
                            .orElse(bridge));
        }

        <R> Optional<R> read(List<Address> met, BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            BlockSelector block = at.head().isEmpty() && header.isPresent()
                    ? new BlockSelector.AtNumber(header.get().number())
                    : at.block();
            Looped<Optional<R>> looped =
                    reads.at(block, l1, source, met, (found, chain) -> pass(found, chain, questions), deadline);
            return switch (looped) {
                case Looped.Done<Optional<R>>(Optional<R> value, Assurance how) -> {
                    proven &= how.equals(Assurance.MATCHED);
                    yield value;
                }
                case Looped.Stopped<Optional<R>>(CouldNot reason) -> {
                    why = source.id().shown() + ": " + (reason.detail().isEmpty() ? reason.why() : reason.detail());
                    yield Optional.empty();
                }
                case Looped.Lied<Optional<R>>(Contradiction contradiction) -> {
                    lie = Optional.of(contradiction);
                    yield Optional.empty();
                }
            };
        }

        private <R> Attempt<Optional<R>> pass(
                BlockHeader found,
                Function<ContractCall, CallResult> chain,
                BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            if (at.head()
                    .filter(head -> !head.block().hash().equals(found.hash()))
                    .isPresent()) {
                return new Attempt.NotHere<>("another block than the one that was asked for");
            }
            if (header.isPresent() && !header.get().equals(found)) {
                return new Attempt.NotHere<>("the block changed while it was read");
            }
            header = Optional.of(found);
            Reads pass = new Reads(chain);
            Optional<R> answer = questions.apply(pass, found);
            if (!pass.missing().isEmpty()) {
                return new Attempt.Needs<>(pass.missing());
            }
            return pass.notHere()
                    .<Attempt<Optional<R>>>map(Attempt.NotHere::new)
                    .orElseGet(() -> new Attempt.Done<>(answer));
        }
    }
}
