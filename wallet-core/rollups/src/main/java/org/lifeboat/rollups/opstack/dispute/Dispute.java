package org.lifeboat.rollups.opstack.dispute;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;

/// What an honest player does. Source: honest-challenger-fdg, "Counter Claims"; op-challenger, `solver`.
///
/// Countered is a claim that counters an honest one; and beside an honest claim those to its left, because
/// the leftmost counter wins. All else is left alone: to counter it costs a bond and changes nothing.
public final class Dispute {
    private final DisputeGame game;
    private final HonestRoots honest;

    /// Claims that an honest player makes, whether they stand in the game or not yet.
    private final Set<Made> agreed = new HashSet<>();

    /// By the claim countered, what an honest player counters it with.
    private final Map<Integer, Made> counters = new HashMap<>();

    /// @param parent index of the claim countered; -1 for the root
    private record Made(int parent, Position position, Hash32 value) {
        static Made of(DisputeClaim claim) {
            return new Made(claim.parent().orElse(-1), claim.position(), claim.value());
        }
    }

    private Dispute(DisputeGame game, HonestRoots honest) {
        this.game = game;
        this.honest = honest;
    }

    /// Everything that is to be done now, in the order of the claims. Empty: wait, or settle.
    public static List<DisputeAction> next(DisputeGame game, HonestRoots honest) {
        return game.game().status() == Game.Status.IN_PROGRESS && !game.numberChallenged()
                ? new Dispute(game, honest).actions()
                : List.of();
    }

    /// What the moves of one line of contest cost at most, from the next one down to the last about output
    /// roots, if the other side counters each. Every further line that the other side opens can cost as
    /// much again.
    /// @param from depth of the next own move
    public static Wei mostBonds(DisputeGame game, int from) {
        BigInteger sum = BigInteger.ZERO;
        for (int depth = from; depth <= game.splitDepth(); depth += 2) {
            sum = sum.add(game.bonds().get(depth).value());
        }
        return new Wei(sum);
    }

    private List<DisputeAction> actions() {
        DisputeClaim root = game.claims().getFirst();
        Optional<Hash32> ours = honest.at(root.position(), game.splitDepth());
        if (ours.isEmpty()) {
            return List.of(new DisputeAction.NeedsRoot(root, honest.block(root.position(), game.splitDepth())));
        }
        if (ours.get().equals(root.value())) {
            if (honest.last().isPresent()) {
                return List.of(new DisputeAction.ShowNumber(honest.last().get(), game.countersUntil(root)));
            }
            agreed.add(Made.of(root));
        }
        List<DisputeAction> actions = new ArrayList<>();
        for (DisputeClaim claim : game.claims()) {
            if (claim.position().depth() > game.splitDepth()) {
                below(claim).ifPresent(actions::add);
            } else {
                act(claim).ifPresent(actions::add);
            }
        }
        return actions;
    }

    /// Claims about single steps, on a line that an honest player has begun.
    private Optional<DisputeAction> below(DisputeClaim claim) {
        DisputeClaim top = claim;
        while (top.parent().isPresent() && top.position().depth() > game.splitDepth()) {
            top = game.claims().get(top.parent().getAsInt());
        }
        // Whoever counters a last output root of ours is countered only with the trace.
        return agreed.contains(Made.of(top)) && claim.parent().orElse(-1) == top.index() && game.canCounter(claim)
                ? Optional.of(new DisputeAction.NeedsTrace(claim, game.countersUntil(claim)))
                : Optional.empty();
    }

    private Optional<DisputeAction> act(DisputeClaim claim) {
        if (!shouldCounter(claim)) {
            return Optional.empty();
        }
        Optional<Hash32> ours = honest.at(claim.position(), game.splitDepth());
        if (ours.isEmpty()) {
            return Optional.of(new DisputeAction.NeedsRoot(claim, honest.block(claim.position(), game.splitDepth())));
        }
        boolean attack = !ours.get().equals(claim.value());
        if (!attack && claim.parent().isEmpty()) {
            return Optional.empty(); // The root cannot be defended; it stands by itself.
        }
        if (claim.position().depth() == game.splitDepth()) {
            return Optional.of(
                    game.canCounter(claim)
                            ? new DisputeAction.NeedsTrace(claim, game.countersUntil(claim))
                            : new DisputeAction.TooLate(claim));
        }
        return move(claim, attack);
    }

    private Optional<DisputeAction> move(DisputeClaim claim, boolean attack) {
        Position position =
                attack ? claim.position().attack() : claim.position().defend();
        Optional<Hash32> value = honest.at(position, game.splitDepth());
        if (value.isEmpty()) {
            return Optional.of(new DisputeAction.NeedsRoot(claim, honest.block(position, game.splitDepth())));
        }
        Made made = new Made(claim.index(), position, value.get());
        agreed.add(made);
        counters.put(claim.index(), made);
        if (game.claims().stream().map(Made::of).anyMatch(made::equals)) {
            return Optional.empty();
        }
        return Optional.of(
                game.canCounter(claim)
                        ? new DisputeAction.Move(
                                claim,
                                attack,
                                position,
                                value.get(),
                                game.bonds().get(position.depth()),
                                game.countersUntil(claim))
                        : new DisputeAction.TooLate(claim));
    }

    private boolean shouldCounter(DisputeClaim claim) {
        if (agreed.contains(Made.of(claim))) {
            return false;
        }
        if (claim.parent().isEmpty()) {
            return true;
        }
        DisputeClaim parent = game.claims().get(claim.parent().getAsInt());
        if (agreed.contains(Made.of(parent))) {
            return true;
        }
        return Optional.ofNullable(counters.get(parent.index()))
                .filter(ours -> claim.position()
                                .traceIndex(game.maxDepth())
                                .compareTo(ours.position().traceIndex(game.maxDepth()))
                        <= 0)
                .isPresent();
    }
}
