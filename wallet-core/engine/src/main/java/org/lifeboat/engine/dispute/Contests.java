package org.lifeboat.engine.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// From the rollup's own types to what is shown. Pure.
final class Contests {
    private Contests() {}

    static Contest of(Game game, Optional<DisputeGame> dispute) {
        return new Contest(
                game.contract(),
                kind(GameType.of(game.type())),
                game.type(),
                game.block(),
                game.root(),
                game.createdAt(),
                status(game),
                game.claims(),
                dispute.map(Contests::tree));
    }

    private static Contest.Kind kind(GameType type) {
        return switch (type) {
            case OPEN -> Contest.Kind.OPEN;
            case PERMISSIONED -> Contest.Kind.PERMISSIONED;
            case PROVEN -> Contest.Kind.PROVEN;
            case ORACLE -> Contest.Kind.ORACLE;
            case SUPER -> Contest.Kind.SUPER;
            case UNKNOWN -> Contest.Kind.UNKNOWN;
        };
    }

    private static Contest.Status status(Game game) {
        if (game.isOutput()) {
            return Contest.Status.OUTPUT;
        }
        return switch (game.status()) {
            case IN_PROGRESS -> game.contested() ? Contest.Status.CONTESTED : Contest.Status.IN_PROGRESS;
            case CHALLENGER_WINS -> Contest.Status.CHALLENGER_WINS;
            case DEFENDER_WINS -> Contest.Status.DEFENDER_WINS;
        };
    }

    private static Contest.Tree tree(DisputeGame dispute) {
        return new Contest.Tree(
                dispute.claims().stream().map(claim -> claim(dispute, claim)).toList(),
                dispute.splitDepth(),
                dispute.maxClock(),
                dispute.settlesAt(),
                dispute.now());
    }

    private static Contest.Claim claim(DisputeGame dispute, DisputeClaim claim) {
        return new Contest.Claim(
                claim.index(),
                claim.parent(),
                dispute.isAttack(claim),
                claim.claimant(),
                claim.bond(),
                claim.position().depth() > dispute.splitDepth(),
                claim.counteredBy().isPresent(),
                dispute.countersUntil(claim));
    }

    /// @return at least one, in the order in which they are to be said
    static List<ContestFact> facts(DisputeNext next) {
        List<ContestFact> facts = new ArrayList<>();
        switch (next) {
            case DisputeNext.CouldNotLook(String why) -> facts.add(new ContestFact.CouldNotLook(why));
            case DisputeNext.Gone _ -> facts.add(new ContestFact.Gone());
            case DisputeNext.OtherGame(Game _, Wei bonds) -> {
                facts.add(new ContestFact.OtherGame());
                if (!bonds.isZero()) {
                    facts.add(new ContestFact.BondsStand(bonds));
                }
            }
            case DisputeNext.NotPlayed(GameType type, Game game) ->
                facts.add(new ContestFact.NotPlayed(kind(type), game.type()));
            case DisputeNext.Act act -> facts.addAll(facts(act));
            case DisputeNext.Wait(DisputeGame _, L1Time at) -> facts.add(new ContestFact.Wait(at));
            case DisputeNext.CanSettle settle -> {
                facts.add(new ContestFact.CanSettle());
                settle.others().forEach(trace -> facts.add(fact(trace)));
                if (!settle.others().isEmpty()) {
                    facts.add(handOver(settle.dispute().game()));
                }
            }
            case DisputeNext.Ended(Game game, Optional<DisputeCredit> credit) -> {
                facts.add(new ContestFact.EndedUnchecked(game.status() == Game.Status.DEFENDER_WINS));
                credit.ifPresent(due -> facts.add(fact(due)));
            }
            case DisputeNext.Over(Game _, boolean won, Optional<DisputeCredit> credit) -> {
                facts.add(new ContestFact.Ended(won));
                credit.ifPresent(due -> facts.add(fact(due)));
            }
        }
        return facts;
    }

    /// What speaks against the account's own claims, where nobody knows here who is right.
    static List<ContestFact> opposed(DisputeNext next) {
        return next instanceof DisputeNext.Act act
                ? act.actions().stream()
                        .<ContestFact>flatMap(action -> action instanceof DisputeAction.NeedsRoot(var claim, long _)
                                ? Stream.of(new ContestFact.Opposed(
                                        claim.index(), act.dispute().countersUntil(claim)))
                                : Stream.of())
                        .toList()
                : List.of();
    }

    private static List<ContestFact> facts(DisputeNext.Act act) {
        List<DisputeAction> actions = act.actions();
        List<ContestFact> facts = new ArrayList<>();
        actions.stream().map(Contests::fact).distinct().forEach(facts::add);
        if (act.heldUntil().isPresent()) {
            facts.add(new ContestFact.AwaitFinal(act.heldUntil().get()));
        } else if (act.footing() instanceof Footing.Young(L1Time firm)
                && actions.stream().anyMatch(DisputeAction.Move.class::isInstance)) {
            facts.add(new ContestFact.StillNew(firm));
        }
        if (actions.stream().anyMatch(DisputeAction.NeedsTrace.class::isInstance)) {
            facts.add(handOver(act.dispute().game()));
        }
        if (!act.atMost().isZero()) {
            facts.add(new ContestFact.BondsAtMost(act.atMost()));
        }
        return facts;
    }

    private static ContestFact handOver(Game game) {
        return new ContestFact.HandOver(game.contract(), trace(game.type()));
    }

    /// Source: optimism, `op-challenger/game/types`, the names of the game types.
    private static Optional<String> trace(long type) {
        return switch (Math.clamp(type, -1, Integer.MAX_VALUE)) {
            case 0 -> Optional.of("cannon");
            case 1 -> Optional.of("permissioned");
            case 2 -> Optional.of("asterisc");
            case 3 -> Optional.of("asterisc-kona");
            case 8 -> Optional.of("cannon-kona");
            case 254 -> Optional.of("fast");
            case 255 -> Optional.of("alphabet");
            default -> Optional.empty();
        };
    }

    private static ContestFact fact(DisputeAction action) {
        return switch (action) {
            case DisputeAction.Move move ->
                new ContestFact.Counter(move.against().index(), move.attack(), move.bond(), move.until());
            case DisputeAction.ShowNumber(long last, L1Time until) -> new ContestFact.ShowNumber(last, until);
            case DisputeAction.NeedsTrace(DisputeClaim claim, L1Time until) ->
                new ContestFact.NeedsTrace(claim.index(), until);
            case DisputeAction.NeedsRoot(DisputeClaim _, long block) -> new ContestFact.NeedsRoot(block);
            case DisputeAction.TooLate(DisputeClaim claim) -> new ContestFact.TooLate(claim.index());
        };
    }

    private static ContestFact fact(DisputeCredit credit) {
        Wei amount = credit.amount();
        if (amount.isZero()) {
            return new ContestFact.NothingDue();
        }
        if (credit.next().isPresent()) {
            return credit.unlocked() ? new ContestFact.CanBePaid(amount) : new ContestFact.CanUnlock(amount);
        }
        return credit.payableAt()
                .<ContestFact>map(at -> new ContestFact.PayableFrom(amount, at))
                .orElseGet(() -> new ContestFact.PayableLater(amount));
    }
}
