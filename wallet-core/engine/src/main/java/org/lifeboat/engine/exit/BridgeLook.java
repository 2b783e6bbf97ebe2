package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
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
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.Risks;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Reads a bridge at the newest block of one L1 source: its contracts run here, on state that the source has to
/// prove. Thread-safe.
public final class BridgeLook {
    private final VerifiedReads reads = new VerifiedReads();

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
        return ask(
                place,
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts)));
    }

    /// Who can stop it.
    Outcome<Risks.Powers> powers(ExitPlace place, Duration patience) {
        return ask(
                place,
                patience,
                (session, contracts) ->
                        session.read(contracts, (pass, _) -> Optional.of(Risks.powers(pass, contracts))));
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
    Outcome<Found> exit(ExitPlace place, Hash32 withdrawal, Address from, Duration patience) {
        return ask(place, patience, (session, contracts) -> {
            session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts)); // So that rounds are left.
            return session.read(
                            contracts,
                            (pass, header) ->
                                    OpStack.exitFacts(pass, contracts, withdrawal, new L1Time(header.unixSeconds())))
                    .flatMap(facts -> session.read(
                            contracts,
                            (pass, _) -> Optional.of(new Found(facts, OpStack.resolution(pass, facts, from)))));
        });
    }

    /// Any questions to the bridge's contracts and to those that they lead to.
    public <R> Outcome<R> ask(ExitPlace place, Duration patience, Questions<R> questions) {
        List<Disagreement> disagreements = new ArrayList<>();
        String why = "no source is set up";
        for (Source source : place.l1Sources()) {
            if (source.health().setAside()) {
                why = source.id().shown() + " is set aside";
                continue;
            }
            Session session = new Session(place.l1(), source, Deadline.in(patience));
            Optional<Bridge.Contracts> contracts =
                    session.read(List.of(place.portal()), (pass, _) -> OpStack.contracts(pass, place.portal()));
            if (contracts
                    .flatMap(Bridge.Contracts::l2)
                    .filter(chain -> !chain.equals(place.l2().chain()))
                    .isPresent()) {
                return new Outcome.Silent<>("the portal belongs to another chain", disagreements);
            }
            Optional<R> found = contracts.flatMap(known -> questions.ask(session, known));
            session.lie.ifPresent(contradiction -> {
                source.refuted(contradiction.refutation());
                disagreements.add(new Disagreement(source.id(), contradiction));
            });
            if (found.isPresent() && session.lie.isEmpty()) {
                return new Outcome.Seen<>(found.get(), session.assurance, session.header.orElseThrow(), disagreements);
            }
            why = session.why;
        }
        return new Outcome.Silent<>(why, disagreements);
    }

    /// Several readings at one block of one source.
    public final class Session {
        private final Network l1;
        private final Source source;
        private final Deadline deadline;
        private Optional<BlockHeader> header = Optional.empty();
        private Optional<Contradiction> lie = Optional.empty();
        private Assurance assurance = Assurance.MATCHED;
        private String why = "the contracts at the portal's address do not answer as a bridge does";

        private Session(Network l1, Source source, Deadline deadline) {
            this.l1 = l1;
            this.source = source;
            this.deadline = deadline;
        }

        /// One pass of questions, run again from the beginning until nothing is lacking.
        public <R> Optional<R> read(Bridge.Contracts contracts, BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            List<Address> met = new ArrayList<>(List.of(contracts.portal(), contracts.factory()));
            contracts.registry().ifPresent(met::add);
            return read(met, questions);
        }

        <R> Optional<R> read(List<Address> met, BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            BlockSelector block = header.<BlockSelector>map(pinned -> new BlockSelector.AtNumber(pinned.number()))
                    .orElse(BlockSelector.LATEST);
            Looped<Optional<R>> looped =
                    reads.at(block, l1, source, met, (at, chain) -> pass(at, chain, questions), deadline);
            return switch (looped) {
                case Looped.Done<Optional<R>>(Optional<R> value, Assurance how) -> {
                    assurance = how.equals(Assurance.MATCHED) ? assurance : how;
                    yield value;
                }
                case Looped.Stopped<Optional<R>>(CouldNot reason) -> {
                    why = source.id().shown() + ": " + reason.why() + " " + reason.detail();
                    yield Optional.empty();
                }
                case Looped.Lied<Optional<R>>(Contradiction contradiction) -> {
                    lie = Optional.of(contradiction);
                    yield Optional.empty();
                }
            };
        }

        private <R> Attempt<Optional<R>> pass(
                BlockHeader at,
                Function<ContractCall, CallResult> chain,
                BiFunction<Reads, BlockHeader, Optional<R>> questions) {
            if (header.isPresent() && !header.get().equals(at)) {
                return new Attempt.NotHere<>("the block changed while it was read");
            }
            header = Optional.of(at);
            Reads pass = new Reads(chain);
            Optional<R> answer = questions.apply(pass, at);
            if (!pass.missing().isEmpty()) {
                return new Attempt.Needs<>(pass.missing());
            }
            return pass.notHere()
                    .<Attempt<Optional<R>>>map(Attempt.NotHere::new)
                    .orElseGet(() -> new Attempt.Done<>(answer));
        }
    }
}
