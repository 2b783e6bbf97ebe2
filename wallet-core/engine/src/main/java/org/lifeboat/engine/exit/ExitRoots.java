package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.RootChoice;
import org.lifeboat.rollups.opstack.RootChoices;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// The user's choice of the root that a withdrawal is proven against. Asks and remembers; signs nothing, sends
/// nothing. Thread-safe.
public final class ExitRoots {
    private final Exits exits;
    private final ExitEvidence evidence;
    private final InstantSource clock;
    private final Duration patience;
    private final BridgeLook bridges = new BridgeLook();

    /// @param patience for one source
    public ExitRoots(Storage storage, InstantSource clock, Duration patience) {
        this.exits = new Exits(storage, clock, patience);
        this.evidence = new ExitEvidence(storage.evidence());
        this.clock = clock;
        this.patience = patience;
    }

    /// What L1 has to be proven against.
    public sealed interface Seen {
        /// @param roots those that are worth being shown: the newest that fit, the newest first, then those that cover
        /// the withdrawal and do not fit
        record Read(List<RootOffer> roots, Assurance assurance) implements Seen {
            public Read {
                roots = List.copyOf(roots);
            }
        }

        /// No proof is due now.
        record NotNow() implements Seen {}

        /// @param why in the source's words or ours
        record Silent(String why) implements Seen {}
    }

    /// A root as the user names it: all that is given has to fit.
    public record Named(Optional<Long> index, Optional<Address> contract, Optional<Hash32> root) {
        public static Named at(long index) {
            return new Named(Optional.of(index), Optional.empty(), Optional.empty());
        }

        public static Named of(Address contract) {
            return new Named(Optional.empty(), Optional.of(contract), Optional.empty());
        }

        /// Just the one that was shown.
        public static Named of(RootOffer shown) {
            return new Named(Optional.of(shown.index()), Optional.of(shown.contract()), Optional.of(shown.root()));
        }

        private boolean is(RootChoice one) {
            return (index.isEmpty() || index.equals(one.game().index()))
                    && contract.map(one.game().contract()::equals).orElse(true)
                    && root.map(one.game().root()::equals).orElse(true);
        }
    }

    /// What became of a choice.
    public sealed interface Chosen {
        /// On disk.
        record Kept(Exits.Plan plan, RootOffer root) implements Chosen {}

        /// Nothing can be proven against that one; it says why.
        record Refused(RootOffer root, RootOffer.Refusal why) implements Chosen {}

        /// It is not among the roots that were read.
        record Unknown() implements Chosen {}

        record NotNow() implements Chosen {}

        record Silent(String why) implements Chosen {}
    }

    /// @param plan as a look has just left it
    public Seen read(Exits.Plan plan, ExitPlace place) {
        return switch (all(plan, place, Optional.empty())) {
            case All.Read(List<RootChoice> roots, L1Time now, Assurance assurance) -> {
                Optional<RootPlace> chosen = plan.state().chosenRoot();
                yield new Seen.Read(
                        RootChoices.listed(roots, chosen).stream()
                                .flatMap(one -> offer(one, now, chosen).stream())
                                .toList(),
                        assurance);
            }
            case All.NotNow _ -> new Seen.NotNow();
            case All.Silent(String why) -> new Seen.Silent(why);
        };
    }

    private static Optional<RootOffer> offer(RootChoice one, L1Time now, Optional<RootPlace> chosen) {
        return one.game()
                .index()
                .map(index -> RootOffer.of(
                        one, index, now, chosen.filter(one.game()::isAt).isPresent()));
    }

    /// All that was read, for both questions.
    private sealed interface All {
        /// @param now of the L1 block that was read
        record Read(List<RootChoice> roots, L1Time now, Assurance assurance) implements All {}

        record NotNow() implements All {}

        record Silent(String why) implements All {}
    }

    private All all(Exits.Plan plan, ExitPlace asGiven, Optional<Long> named) {
        Optional<Withdrawal> withdrawal = plan.state().withdrawal();
        if (withdrawal.isEmpty()) {
            return new All.NotNow();
        }
        return switch (bridges.roots(
                asGiven.asOf(clock.instant()),
                withdrawal.get().hash(),
                plan.account(),
                evidence.places(plan, withdrawal.get()),
                named,
                patience)) {
            case BridgeLook.Outcome.Seen<BridgeLook.Roots> seen -> all(plan, seen.value(), seen.assurance());
            case BridgeLook.Outcome.Silent<BridgeLook.Roots> silent -> new All.Silent(silent.why());
        };
    }

    private All all(Exits.Plan plan, BridgeLook.Roots roots, Assurance assurance) {
        ExitFacts facts = roots.found().facts();
        Optional<L2Block> block = ExitPlan.block(plan.state(), facts);
        if (block.isEmpty()) {
            return new All.NotNow();
        }
        Standing standing = OpStack.standing(facts, block.get(), roots.found().resolution());
        if (RootChoices.toProve(standing).isEmpty()) {
            return new All.NotNow();
        }
        return new All.Read(
                RootChoices.of(
                        facts,
                        roots.bridge(),
                        block.get(),
                        standing,
                        roots.marks(),
                        evidence.recomputed(plan.chain()).byBlock()),
                facts.now(),
                assurance);
    }

    /// Keeps which root the next proof is to be made against: on disk when it returns, and nothing was signed. To
    /// choose the one that is best by itself is to have no choice.
    /// @param plan as a look has just left it
    public Chosen choose(Exits.Plan plan, ExitPlace place, Named named) {
        return switch (all(plan, place, named.index())) {
            case All.NotNow _ -> new Chosen.NotNow();
            case All.Silent(String why) -> new Chosen.Silent(why);
            case All.Read(List<RootChoice> roots, L1Time now, var _) ->
                roots.stream()
                        .filter(named::is)
                        .min(Comparator.comparing(one -> one.refusal().isPresent()))
                        .flatMap(one -> offer(one, now, Optional.empty()).map(offer -> chosen(plan, one, offer)))
                        .orElseGet(Chosen.Unknown::new);
        };
    }

    private Chosen chosen(Exits.Plan plan, RootChoice one, RootOffer offer) {
        return offer.refusal()
                .<Chosen>map(why -> new Chosen.Refused(offer, why))
                .orElseGet(() -> new Chosen.Kept(keep(plan, one), offer));
    }

    /// Over what is kept now, which can be newer than what was looked at.
    private Exits.Plan keep(Exits.Plan looked, RootChoice one) {
        Exits.Plan plan = exits.find(looked.id()).orElse(looked);
        return exits.remembered(plan, plan.state().choosing(one.recommended() ? Optional.empty() : one.place()));
    }

    /// What is to be said of a proof against the user's own choice before it is signed.
    static List<Check> warnings(ExitFacts facts, Game game, Map<L2Block, Hash32> recomputed) {
        return List.of(
                Check.of(Check.Kind.ROOT_CHOSEN, Long.toString(game.block().number())),
                RootOffer.Risk.of(RootChoices.risk(game, facts.bridge(), facts.now()))
                        .said(),
                RootOffer.Checked.of(RootChoices.checked(game, recomputed)).said());
    }
}
