package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;

/// The root that an account posts itself, with a bond behind it. What this computer has recomputed comes before what
/// servers say, and where the two differ nothing is posted.
final class OwnRoots {
    private final Optional<ExitEvidence> evidence;
    private final Duration patience;

    /// @param evidence what was kept; empty where nothing is to be looked up
    /// @param patience for all servers of the L2 together
    OwnRoots(Optional<ExitEvidence> evidence, Duration patience) {
        this.evidence = evidence;
        this.patience = patience;
    }

    ExitRequest request(Exits.Look look, ExitPlace place, Bridge bridge) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        Optional<L2Block> needed = look.plan().state().block();
        if (needed.isEmpty()) {
            return new ExitRequest.CouldNot("in which block of the L2 it stands is not known");
        }
        return switch (l2.fixedRoot()) {
            case L2Look.Fixed.Root(L2Block block, var _, var _, int _)
            when block.compareTo(needed.get()) < 0 ->
                recomputedAfter(look, place, bridge, block)
                        .orElseGet(() -> new ExitRequest.CouldNot("the newest fixed block, " + block.number()
                                + ", is below that of the withdrawal, "
                                + needed.get().number()));
            case L2Look.Fixed.Root(L2Block block, OutputRoot root, String named, int alike) ->
                recomputed(look, place, bridge, l2, block)
                        .orElseGet(() -> order(
                                look,
                                place,
                                OpStack.ownRoot(bridge, root, block),
                                alike == 1
                                        ? Check.of(Check.Kind.OWN_ROOT_ONE_WORD, named)
                                        : Check.of(Check.Kind.OWN_ROOT_COMPARED, Integer.toString(alike))));
            case L2Look.Fixed.Differ(String source) ->
                new ExitRequest.CouldNot(source + " has another block there than the source before it");
            case L2Look.Fixed.Silent _ ->
                kept(look, place)
                        .map(piece -> kept(look, place, bridge, piece))
                        .orElseGet(() -> new ExitRequest.CouldNot(
                                "no source of the L2 names a block that its data on L1 fixes"));
        };
    }

    /// The root that was kept, where roots of others stand, and what has to be proven against them nobody gives.
    /// @return empty where none can be posted, or a server that answers has another one there
    Optional<ExitRequest> besideOthers(Exits.Look look, ExitPlace place, ExitFacts facts) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        return evidence.flatMap(store -> look.plan()
                        .state()
                        .withdrawal()
                        .flatMap(withdrawal ->
                                store.postable(place.l2().chain(), look.plan().account(), withdrawal, facts)))
                .filter(piece -> l2.rootsAt(piece.block()).stream()
                        .allMatch(piece.holds().root()::equals))
                .map(piece -> kept(look, place, facts.bridge(), piece))
                .filter(ExitRequest.Offered.class::isInstance);
    }

    /// The newest root that was recomputed here and covers the withdrawal; or nothing, where servers have others only.
    /// @param fixed the newest block whose data stand on L1
    /// @return empty where nothing that was recomputed here says anything of what the servers have
    private Optional<ExitRequest> recomputed(
            Exits.Look look, ExitPlace place, Bridge bridge, L2Look l2, L2Block fixed) {
        L2Block needed = look.plan().state().block().orElseThrow();
        for (RecomputedRoots.Root here : here(place, fixed)) {
            List<OutputRoot> there = l2.rootsAt(here.block());
            Optional<OutputRoot> same = there.stream()
                    .filter(root -> root.hash().equals(here.hash()))
                    .findFirst();
            if (same.isEmpty() && !there.isEmpty()) {
                return Optional.of(differs(here));
            }
            if (same.isPresent()) {
                return here.block().compareTo(needed) < 0
                        ? Optional.empty()
                        : Optional.of(
                                order(look, place, OpStack.ownRoot(bridge, same.get(), here.block()), check(here)));
            }
        }
        return Optional.empty();
    }

    /// What this computer has made out of final blocks of L1 where the servers came no further, as long as they have
    /// nothing else there.
    private Optional<ExitRequest> recomputedAfter(Exits.Look look, ExitPlace place, Bridge bridge, L2Block fixed) {
        return kept(look, place)
                .filter(piece -> piece.block().compareTo(fixed) > 0)
                .filter(piece -> here(place, piece.block()).stream()
                        .anyMatch(one -> one.block().equals(piece.block())))
                .filter(piece -> new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience))
                        .rootsAt(piece.block()).stream()
                                .allMatch(root ->
                                        root.hash().equals(piece.holds().root().hash())))
                .map(piece -> kept(look, place, bridge, piece));
    }

    private ExitRequest kept(Exits.Look look, ExitPlace place, Bridge bridge, ExitEvidence.Piece piece) {
        Hash32 root = piece.holds().root().hash();
        Optional<RecomputedRoots.Root> here = here(place, piece.block()).stream()
                .filter(one -> one.block().equals(piece.block()))
                .findFirst();
        if (here.isPresent() && !here.get().hash().equals(root)) {
            return differs(here.get());
        }
        return order(
                look,
                place,
                OpStack.ownRoot(bridge, piece.holds().root(), piece.block()),
                here.map(OwnRoots::check).orElseGet(() -> Check.of(Check.Kind.OWN_ROOT_KEPT)));
    }

    private List<RecomputedRoots.Root> here(ExitPlace place, L2Block fixed) {
        return evidence.map(kept -> kept.recomputed(place.l2().chain()).upTo(fixed))
                .orElse(List.of());
    }

    private static Check check(RecomputedRoots.Root here) {
        return Check.of(
                Check.Kind.OWN_ROOT_RECOMPUTED, Long.toString(here.block().number()), Long.toString(here.l1()));
    }

    private static ExitRequest differs(RecomputedRoots.Root here) {
        return new ExitRequest.CouldNot("the servers have another block "
                + here.block().number() + " than this computer has recomputed; a bond behind theirs would be lost");
    }

    /// @param how on whose word the root is
    private static ExitRequest order(Exits.Look look, ExitPlace place, L1Call call, Check how) {
        SendOrder order = L1Orders.order(
                look.plan().account(),
                place.l1(),
                call,
                ExitStep.OWN_ROOT.note(look.plan().id()));
        return new ExitRequest.Offered(ExitStep.OWN_ROOT, place.l1(), order, List.of(how));
    }

    /// What was kept of a block that all servers named as fixed, for when none of them is left.
    private Optional<ExitEvidence.Piece> kept(Exits.Look look, ExitPlace place) {
        return evidence.flatMap(store -> look.plan()
                .state()
                .withdrawal()
                .flatMap(withdrawal -> store.of(place.l2().chain(), look.plan().account(), withdrawal).stream()
                        .filter(piece -> piece.proof().fixed())
                        .findFirst()));
    }
}
