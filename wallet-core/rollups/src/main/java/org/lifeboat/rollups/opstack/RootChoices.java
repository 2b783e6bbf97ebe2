package org.lifeboat.rollups.opstack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;

/// Against which of the posted roots a withdrawal is proven: what the wallet takes by itself, what else there is, and
/// what becomes of a choice.
public final class RootChoices {
    /// So many of each are listed: those that fit, and those that cover the withdrawal and do not fit.
    private static final int LISTED = 8;

    private RootChoices() {}

    /// With the root that stands at a place of the bridge's list, however many newer ones there are.
    public static ExitFacts with(Reads reads, ExitFacts facts, long index) {
        List<Game> games = new ArrayList<>(facts.games());
        Anchor.at(reads, facts.bridge(), index)
                .filter(game -> games.stream().noneMatch(game::isSame))
                .ifPresent(games::add);
        return new ExitFacts(facts.now(), facts.bridge(), facts.paidOut(), facts.proofs(), games, facts.falling());
    }

    /// What L1 says of each root that was read.
    public static Map<Game, RootMarks> marks(Reads reads, ExitFacts facts) {
        Map<Game, RootMarks> marks = new HashMap<>();
        facts.games().forEach(game -> marks.put(game, RootMarks.read(reads, facts.bridge(), game)));
        return marks;
    }

    /// The roots as choices, the newest first.
    /// @param facts with the roots that were read
    /// @param bridge with its newest final root
    /// @param block of the L2 that the withdrawal stands in
    /// @param standing as it is without any choice
    /// @param marks by root; of one that is missing nothing more is known
    /// @param recomputed roots that this computer has computed by itself, by block
    public static List<RootChoice> of(
            ExitFacts facts,
            Bridge bridge,
            L2Block block,
            Standing standing,
            Map<Game, RootMarks> marks,
            Map<L2Block, Hash32> recomputed) {
        Optional<Game> own = toProve(standing);
        boolean inDoubt = standing instanceof Standing.Doubted;
        return facts.games().stream()
                .map(game -> {
                    RootMarks marked = marks.getOrDefault(game, RootMarks.NONE);
                    RootChoice.Checked checked = checked(game, recomputed);
                    return new RootChoice(
                            game,
                            marked,
                            refusal(facts, block, game, marked, checked, inDoubt),
                            risk(game, bridge, facts.now()),
                            checked,
                            bridge.anchor()
                                    .filter(anchor -> anchor.block().compareTo(game.block()) >= 0)
                                    .isPresent(),
                            payable(game, bridge, facts.now()),
                            own.filter(game::isSame).isPresent());
                })
                .toList();
    }

    /// Those that are worth being shown: the newest that fit, always with the wallet's own and the chosen one; then
    /// those that cover the withdrawal and do not fit. The wallet's own stands first, and what is contested last.
    public static List<RootChoice> listed(List<RootChoice> all, Optional<RootPlace> chosen) {
        List<RootChoice> fitting =
                all.stream().filter(one -> one.refusal().isEmpty()).toList();
        List<RootChoice> newest = fitting.stream().limit(LISTED).toList();
        List<RootChoice> refused = all.stream()
                .filter(one -> one.refusal().filter(RootChoices::worthSaying).isPresent())
                .limit(LISTED)
                .toList();
        return all.stream()
                .filter(one -> newest.contains(one)
                        || refused.contains(one)
                        || (one.refusal().isEmpty()
                                && (one.recommended()
                                        || chosen.filter(one.game()::isAt).isPresent())))
                .sorted(Comparator.comparing((RootChoice one) -> one.refusal().isPresent())
                        .thenComparing(one -> !one.recommended())
                        .thenComparing(one -> one.risk() == RootChoice.Risk.CONTESTED))
                .toList();
    }

    private static boolean worthSaying(RootChoice.Refusal refusal) {
        return refusal != RootChoice.Refusal.OTHER_KIND && refusal != RootChoice.Refusal.DOES_NOT_COVER;
    }

    /// What is proven against where nothing else was chosen; empty where no proof is due.
    public static Optional<Game> toProve(Standing standing) {
        return switch (standing) {
            case Standing.CanProve(Game best, var _) -> Optional.of(best);
            case Standing.MustProveAgain(var _, Optional<Game> better) -> better;
            case Standing.Doubted(var _, var _, Optional<Game> better) -> better;
            case Standing.PaidOut _,
                    Standing.Paused _,
                    Standing.NoRoot _,
                    Standing.RootTooNew _,
                    Standing.NotRead _,
                    Standing.Waiting _,
                    Standing.CanResolve _,
                    Standing.CanFinish _ -> Optional.empty();
        };
    }

    /// The same standing with the user's choice, and no other root beside it, as far as it leaves one.
    public static Standing preferring(Standing standing, ExitFacts facts, L2Block block, RootPlace chosen) {
        if (toProve(standing).isEmpty()) {
            return standing;
        }
        Optional<Game> wanted = facts.games().stream()
                .filter(game -> game.isAt(chosen))
                .filter(game -> game.usable() && game.block().compareTo(block) >= 0)
                .findFirst();
        if (wanted.isEmpty()) {
            return standing;
        }
        if (Exit.covering(facts, block).stream().noneMatch(wanted.get()::isSame)) {
            return new Standing.RootTooNew(wanted.get()); // A reorganisation has made it young again.
        }
        return switch (standing) {
            case Standing.CanProve _ -> new Standing.CanProve(wanted.get(), List.of());
            case Standing.MustProveAgain(Proof lost, var _) -> new Standing.MustProveAgain(lost, wanted);
            case Standing.Doubted(Proof proof, L1Time fallsAt, var _) ->
                wanted.get().contested() ? standing : new Standing.Doubted(proof, fallsAt, wanted);
            case Standing.PaidOut _,
                    Standing.Paused _,
                    Standing.NoRoot _,
                    Standing.RootTooNew _,
                    Standing.NotRead _,
                    Standing.Waiting _,
                    Standing.CanResolve _,
                    Standing.CanFinish _ -> standing;
        };
    }

    /// Whether a choice is still one: not where the root was lost, does not count any more, covers the withdrawal no
    /// longer, or another one stands in its place. A pause, while which none counts, takes nothing away.
    public static boolean lasts(ExitFacts facts, L2Block block, RootPlace chosen) {
        return facts.bridge().paused()
                || facts.games().stream()
                        .filter(game -> game.isAt(chosen))
                        .anyMatch(game -> game.usable() && game.block().compareTo(block) >= 0);
    }

    /// What this computer knows of a root by itself.
    /// @param recomputed roots that it has computed, by block
    public static RootChoice.Checked checked(Game game, Map<L2Block, Hash32> recomputed) {
        return Optional.ofNullable(recomputed.get(game.block()))
                .map(root -> root.equals(game.root()) ? RootChoice.Checked.SAME : RootChoice.Checked.OTHER)
                .orElse(RootChoice.Checked.NOT_CHECKED);
    }

    private static Optional<RootChoice.Refusal> refusal(
            ExitFacts facts, L2Block block, Game game, RootMarks marks, RootChoice.Checked checked, boolean inDoubt) {
        if (!game.respected() || !GameType.of(game.type()).provable()) {
            return Optional.of(RootChoice.Refusal.OTHER_KIND);
        }
        if (game.status() == Game.Status.CHALLENGER_WINS) {
            return Optional.of(RootChoice.Refusal.LOST);
        }
        if (!game.proper()) {
            return Optional.of(
                    marks.blacklisted()
                            ? RootChoice.Refusal.BLACKLISTED
                            : marks.retired() ? RootChoice.Refusal.RETIRED : RootChoice.Refusal.NOT_COUNTED);
        }
        if (game.block().compareTo(block) < 0) {
            return Optional.of(RootChoice.Refusal.DOES_NOT_COVER);
        }
        if (Exit.covering(facts, block).stream().noneMatch(game::isSame)) {
            return Optional.of(RootChoice.Refusal.TOO_NEW);
        }
        if (checked == RootChoice.Checked.OTHER) {
            return Optional.of(RootChoice.Refusal.RECOMPUTED_OTHERWISE);
        }
        return inDoubt && game.contested() ? Optional.of(RootChoice.Refusal.CONTESTED_TOO) : Optional.empty();
    }

    /// What can become of a root.
    public static RootChoice.Risk risk(Game game, Bridge bridge, L1Time now) {
        if (game.isOutput()) {
            return game.finalAfter(bridge.airGap())
                            .filter(at -> at.isBefore(now))
                            .isPresent()
                    ? RootChoice.Risk.RESOLVED
                    : RootChoice.Risk.DELETABLE;
        }
        return switch (game.status()) {
            case DEFENDER_WINS -> RootChoice.Risk.RESOLVED;
            case CHALLENGER_WINS -> RootChoice.Risk.CONTESTED;
            case IN_PROGRESS -> game.contested() ? RootChoice.Risk.CONTESTED : RootChoice.Risk.OPEN;
        };
    }

    /// A game whose time is over ends at the earliest now; an output by itself. The portal wants each span to be over,
    /// not just reached, see [Exit].
    private static Optional<L1Time> payable(Game game, Bridge bridge, L1Time now) {
        L1Time mature = now.plus(bridge.maturity());
        return game.resolvedAt()
                .or(() -> game.resolvableAt().map(at -> at.isBefore(now) && !game.isOutput() ? now : at))
                .map(ended -> ended.plus(bridge.airGap()))
                .map(settled -> settled.isBefore(mature) ? mature : settled)
                .map(at -> new L1Time(at.unixSeconds() + 1));
    }
}
