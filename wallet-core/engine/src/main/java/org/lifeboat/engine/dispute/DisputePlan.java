package org.lifeboat.engine.dispute;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.dispute.Dispute;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.HonestRoots;

/// From what is kept and what is seen to what comes next. Pure; the same sight twice gives the same.
final class DisputePlan {
    private DisputePlan() {}

    /// @param roots computed here, by block; may lack some
    /// @param l1 what was verified of it
    static DisputeNext next(
            DisputeState state, SortedMap<Long, Hash32> roots, DisputeSight sight, Optional<SyncStatus> l1) {
        Game game = sight.game();
        if (isOther(state, sight)) {
            boolean open = sight.dispute()
                    .filter(dispute -> dispute.claims().stream().anyMatch(dispute::canCounter))
                    .isPresent();
            return sight.isOwn() && !open ? money(sight) : new DisputeNext.OtherGame(game, sight.bonds());
        }
        if (state.stance() == DisputeState.Stance.UNCHECKED) {
            return threat(sight, l1).orElseGet(() -> money(sight));
        }
        if (game.status() != Game.Status.IN_PROGRESS) {
            Game.Status right = state.stance() == DisputeState.Stance.ATTACK
                    ? Game.Status.CHALLENGER_WINS
                    : Game.Status.DEFENDER_WINS;
            return new DisputeNext.Over(game, game.status() == right, sight.credit());
        }
        GameType kind = GameType.of(game.type());
        if (kind != GameType.OPEN || sight.dispute().isEmpty()) {
            return new DisputeNext.NotPlayed(kind, game);
        }
        DisputeGame dispute = sight.dispute().get();
        List<DisputeAction> actions = Dispute.next(dispute, honest(state, roots));
        if (actions.stream().anyMatch(action -> isUrgent(action, dispute))) {
            return new DisputeNext.Act(actions, dispute, atMost(dispute, actions), Footing.of(dispute, l1));
        }
        if (sight.settling().isPresent()) {
            return new DisputeNext.CanSettle(
                    dispute,
                    sight.settling().get(),
                    actions.stream()
                            .flatMap(action ->
                                    action instanceof DisputeAction.NeedsTrace trace ? Stream.of(trace) : Stream.of())
                            .filter(trace -> dispute.canCounter(trace.against()))
                            .toList());
        }
        return actions.isEmpty()
                ? new DisputeNext.Wait(dispute, dispute.settlesAt())
                : new DisputeNext.Act(actions, dispute, atMost(dispute, actions), Footing.of(dispute, l1));
    }

    /// Whether another game stands at that address than the plan is about.
    static boolean isOther(DisputeState state, DisputeSight sight) {
        return !sight.game().root().equals(state.root())
                || sight.dispute()
                        .filter(dispute -> !dispute.range().l1Head().equals(state.l1Head()))
                        .isPresent();
    }

    /// Bonds of one's own are lost unless somebody speaks for them. Who is right only a check can say: so that is
    /// called
    /// for, and no move.
    private static Optional<DisputeNext> threat(DisputeSight sight, Optional<SyncStatus> l1) {
        Game game = sight.game();
        if (GameType.of(game.type()) != GameType.OPEN || sight.dispute().isEmpty()) {
            return Optional.empty();
        }
        DisputeGame dispute = sight.dispute().get();
        List<DisputeAction> checks = sight.own().stream()
                .flatMap(own -> dispute.against(own).stream())
                .distinct()
                .<DisputeAction>map(
                        claim -> new DisputeAction.NeedsRoot(claim, game.block().number()))
                .toList();
        return checks.isEmpty()
                ? Optional.empty()
                : Optional.of(new DisputeNext.Act(checks, dispute, Wei.ZERO, Footing.of(dispute, l1)));
    }

    /// What gets one's own money out again: that takes no verdict, and no server of the L2.
    private static DisputeNext money(DisputeSight sight) {
        Game game = sight.game();
        if (game.status() != Game.Status.IN_PROGRESS) {
            return new DisputeNext.Ended(game, sight.credit());
        }
        if (sight.dispute().isEmpty()) {
            return new DisputeNext.NotPlayed(GameType.of(game.type()), game);
        }
        DisputeGame dispute = sight.dispute().get();
        return sight.settling()
                .<DisputeNext>map(call -> new DisputeNext.CanSettle(dispute, call, List.of()))
                .orElseGet(() -> new DisputeNext.Wait(dispute, dispute.settlesAt()));
    }

    private static HonestRoots honest(DisputeState state, SortedMap<Long, Hash32> roots) {
        Optional<Long> last = state.last().map(BlockRef::number);
        return new HonestRoots(state.start(), state.claimed(), last, roots);
    }

    /// What this program can do about it, before time is over.
    private static boolean isUrgent(DisputeAction action, DisputeGame dispute) {
        return switch (action) {
            case DisputeAction.Move _, DisputeAction.ShowNumber _ -> true;
            case DisputeAction.NeedsRoot(DisputeClaim claim, long _) -> dispute.canCounter(claim);
            case DisputeAction.NeedsTrace _, DisputeAction.TooLate _ -> false;
        };
    }

    private static Wei atMost(DisputeGame dispute, List<DisputeAction> actions) {
        return actions.stream()
                .flatMap(action -> against(action).stream())
                .map(claim -> claim.position().depth() + 1)
                .min(Integer::compare)
                .map(depth -> Dispute.mostBonds(dispute, depth))
                .orElse(Wei.ZERO);
    }

    private static Optional<DisputeClaim> against(DisputeAction action) {
        return action instanceof DisputeAction.Move move ? Optional.of(move.against()) : Optional.empty();
    }
}
