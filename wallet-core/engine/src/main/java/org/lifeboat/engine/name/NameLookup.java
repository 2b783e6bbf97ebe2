package org.lifeboat.engine.name;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.verified.BlockCalls;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Ground;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.VerifiedCall;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Looks names up by running ENS's contracts here on proven state of L1. Thread-safe.
public final class NameLookup {
    private static final ChainId ETHEREUM = new ChainId(1);

    /// Where to look.
    /// @param l1 the network whose registry is asked
    /// @param sources of that network
    /// @param verified what is verified of it
    public record Place(Network l1, List<Source> sources, Optional<SyncStatus> verified) {
        public Place {
            sources = List.copyOf(sources);
        }
    }

    /// @param proof what was found stood on; empty where nothing was found, or on no verified block
    /// @param disagreements sources that were caught on the way; they have been told
    public record Report(Named named, Optional<NameProof> proof, List<Disagreement> disagreements) {
        public Report {
            disagreements = List.copyOf(disagreements);
        }
    }

    /// Whether a text that stands where an address is wanted is meant as a name.
    public static boolean isMeant(String text) {
        String plain = text.strip();
        return plain.indexOf('.') > 0 && !plain.startsWith("0x");
    }

    /// On which chain the names for a network's addresses are registered: on its L1; for a chain that nobody
    /// vouches for, on Ethereum. Empty for a test network of no known L1.
    public static Optional<ChainId> registryFor(Network network) {
        return switch (network.layer()) {
            case Network.Layer.L1 _ -> Optional.of(network.chain());
            case Network.Layer.L2(ChainId l1, var _) -> Optional.of(l1);
            case Network.Layer.Sidechain _, Network.Layer.Unstated _ ->
                network.testNet() ? Optional.empty() : Optional.of(ETHEREUM);
        };
    }

    /// The address that a name has on `chain`: on Ethereum itself its address there; on any other chain the one
    /// set for that chain or, failing that, for every EVM chain, and never Ethereum's (ENSIP-11; ENSIP-19,
    /// "Deprecating use of mainnet primary ENS name on other chains").
    /// @param written as somebody typed it
    /// @param patience for each source
    public Report address(String written, ChainId chain, Place place, Duration patience) {
        return switch (Normalization.bundled().normalize(written.strip())) {
            case Normalization.Outcome.Refused(var reason, String about) ->
                new Report(new Named.NotAName(reason, about), Optional.empty(), List.of());
            case Normalization.Outcome.Normal normal ->
                EnsCalls.coinType(chain)
                        .map(coin -> report(new Question.Forward(normal, chain, coin), place, patience))
                        .orElseGet(() -> nothing(Named.Why.NO_RECORD, normal.name()));
        };
    }

    /// The name of an address on Ethereum, if it gave itself one that leads back to it (ENSIP-3, ENSIP-19).
    public Report name(Address address, Place place, Duration patience) {
        return report(new Question.Reverse(address, place.l1().chain()), place, patience);
    }

    private static Report nothing(Named.Why why, String... arguments) {
        return new Report(new Named.Nothing(why, List.of(arguments)), Optional.empty(), List.of());
    }

    private Report report(Question question, Place place, Duration patience) {
        String subject = question.subject();
        if (!EnsCalls.CHAINS.contains(place.l1().chain())) {
            return nothing(Named.Why.NO_SERVICE, subject, place.l1().name());
        }
        List<Disagreement> disagreements = new ArrayList<>();
        Named last = new Named.Nothing(
                Named.Why.NO_SOURCE, List.of(subject, place.l1().name()));
        for (Source source : place.sources()) {
            if (source.health().setAside()) {
                continue;
            }
            switch (new Asking(question, place, source, Deadline.in(patience)).newest()) {
                case Looped.Done<Told>(Told told, Assurance assurance) -> {
                    if (!assurance.equals(Assurance.CLAIMED)) {
                        return new Report(told.named(), told.proof(question), disagreements);
                    }
                    last = new Named.Nothing(Named.Why.UNPROVEN, List.of(subject));
                }
                case Looped.Stopped<Told>(CouldNot reason) ->
                    last = new Named.Nothing(
                            Named.Why.COULD_NOT,
                            List.of(
                                    subject,
                                    reason.detail().isEmpty() ? reason.why().toString() : reason.detail()));
                case Looped.Lied<Told>(Contradiction contradiction) -> {
                    source.refuted(contradiction.refutation());
                    disagreements.add(new Disagreement(source.id(), contradiction));
                    last = new Named.Nothing(
                            Named.Why.SOURCE_LIED, List.of(subject, source.id().shown()));
                }
            }
        }
        return new Report(last, Optional.empty(), disagreements);
    }

    /// What was said in one block, and what that stood on.
    private record Told(Named named, Ground ground) {
        Told with(Named better) {
            return new Told(better, ground);
        }

        Optional<NameProof> proof(Question question) {
            return named instanceof Named.Found found
                            && found.assurance().level().compareTo(Assurance.Level.POSTED) >= 0
                    ? Optional.of(new NameProof(question.subject(), found.chain(), ground))
                    : Optional.empty();
        }
    }

    /// One question to one source. What it stands on holds nothing of other questions.
    private static final class Asking {
        private final VerifiedCall calls = new VerifiedCall();
        private final Question question;
        private final Place place;
        private final Source source;
        private final Deadline deadline;

        Asking(Question question, Place place, Source source, Deadline deadline) {
            this.question = question;
            this.place = place;
            this.source = source;
            this.deadline = deadline;
        }

        /// In the newest block that a committee has signed; where there is none, in the source's own.
        Looped<Told> newest() {
            Optional<VerifiedHead> signed = place.verified().flatMap(SyncStatus::attested);
            if (signed.isPresent()) {
                Looped<Told> found = in(signed.get());
                if (found instanceof Looped.Done<Told>(Told told, Assurance assurance)
                        && !assurance.equals(Assurance.CLAIMED)) {
                    return new Looped.Done<>(compared(told), assurance);
                }
                if (found instanceof Looped.Lied<Told>) {
                    return found;
                }
            }
            return at(BlockSelector.LATEST);
        }

        /// What was found under a signed head is final if the newest final block says the same. Where it says
        /// something else, that is told.
        private Told compared(Told told) {
            if (!(told.named() instanceof Named.Found found)) {
                return told;
            }
            Told posted = told.with(found.with(level(Assurance.Level.POSTED), Optional.empty()));
            Optional<Looped<Told>> before =
                    place.verified().flatMap(SyncStatus::finalized).map(this::in);
            if (!(before.orElse(null) instanceof Looped.Done<Told>(Told earlier, Assurance assurance))
                    || assurance.equals(Assurance.CLAIMED)) {
                return posted;
            }
            return switch (earlier.named()) {
                // What is final is what the final block says, and shown by it.
                case Named.Found known ->
                    known.address().equals(found.address())
                            ? earlier.with(known.with(level(Assurance.Level.FINAL), Optional.empty()))
                            : told.with(found.with(level(Assurance.Level.POSTED), Optional.of(known.address())));
                case Named.NotAName _, Named.Nothing _ -> posted;
            };
        }

        private Looped<Told> in(VerifiedHead head) {
            return ask(new BlockSelector.ByHash(head.block().hash()), Optional.of(head));
        }

        private Looped<Told> at(BlockSelector block) {
            return ask(block, Optional.empty());
        }

        /// @param wanted the block that it has to be
        private Looped<Told> ask(BlockSelector block, Optional<VerifiedHead> wanted) {
            return calls.together(block, place.l1(), source, deadline, lent -> {
                boolean another = wanted.filter(
                                head -> !head.block().hash().equals(lent.block().hash()))
                        .isPresent();
                return another
                        ? new Looped.Stopped<>(new CouldNot(CouldNot.Why.NO_ANSWER, "another block"))
                        : told(question.ask(new Resolution(lent), lent.block()), lent);
            });
        }

        private static Looped<Told> told(Looped<Named> looped, BlockCalls calls) {
            return switch (looped) {
                case Looped.Done<Named>(Named named, Assurance assurance) ->
                    new Looped.Done<>(new Told(named, calls.ground()), assurance);
                case Looped.Stopped<Named>(CouldNot reason) -> new Looped.Stopped<>(reason);
                case Looped.Lied<Named>(Contradiction contradiction) -> new Looped.Lied<>(contradiction);
            };
        }

        private static Assurance level(Assurance.Level level) {
            return new Assurance(level, Set.of());
        }
    }
}
