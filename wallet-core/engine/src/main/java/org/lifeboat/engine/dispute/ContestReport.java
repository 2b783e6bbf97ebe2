package org.lifeboat.engine.dispute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// What a look at a contest has shown, as whoever speaks of it needs it. Follows from the look alone.
/// @param fallsAt when the user's side has lost, or lost a claim, in L1 time, unless something is done before
/// @param notBefore when something can be done, in L1 time: settled, or paid
/// @param against the claims that the user's side has to answer, oldest first
/// @param facts what is to be said of it, in order; at least one
public record ContestReport(
        Disputes.Plan plan,
        ContestStage stage,
        Optional<Instant> fallsAt,
        Optional<Instant> notBefore,
        List<Integer> against,
        List<ContestFact> facts) {
    public ContestReport {
        against = List.copyOf(against);
        facts = List.copyOf(facts);
    }

    public static ContestReport of(Disputes.Look look) {
        return switch (look.next()) {
            case DisputeNext.CouldNotLook _, DisputeNext.Gone _ -> plain(look, ContestStage.SILENT);
            case DisputeNext.OtherGame _ -> plain(look, ContestStage.OTHER_GAME);
            case DisputeNext.NotPlayed _ -> plain(look, ContestStage.NOT_PLAYED);
            case DisputeNext.Act act -> act(look, act.actions(), act.dispute());
            case DisputeNext.Wait(var _, L1Time at) -> dated(look, ContestStage.WAIT, Optional.of(at));
            case DisputeNext.CanSettle settle
            when !settle.others().isEmpty() -> act(look, List.copyOf(settle.others()), settle.dispute());
            case DisputeNext.CanSettle _ -> unlessSigned(look, DisputeStep.SETTLE, ContestStage.CAN_SETTLE);
            case DisputeNext.Ended(var _, Optional<DisputeCredit> credit) -> over(look, ContestStage.ENDED, credit);
            case DisputeNext.Over(var _, boolean won, Optional<DisputeCredit> credit) ->
                over(look, won ? ContestStage.WON : ContestStage.LOST, credit);
        };
    }

    /// One thing that the user's side has to do before a clock is over.
    /// @param signed whether it is on its way
    private record Due(ContestStage stage, int claim, L1Time until, boolean signed) {}

    private static ContestReport act(Disputes.Look look, List<DisputeAction> actions, DisputeGame dispute) {
        List<Due> due = new ArrayList<>();
        for (DisputeAction action : actions) {
            switch (action) {
                case DisputeAction.Move move ->
                    due.add(new Due(
                            ContestStage.MOVE,
                            move.against().index(),
                            move.until(),
                            isSigned(look, DisputeStep.MOVE, DisputeStep.about(move))));
                case DisputeAction.ShowNumber(long _, L1Time until) ->
                    due.add(new Due(ContestStage.MOVE, 0, until, isSigned(look, DisputeStep.SHOW_NUMBER, "")));
                case DisputeAction.NeedsRoot(DisputeClaim claim, long _) ->
                    due.add(new Due(ContestStage.CHECK, claim.index(), dispute.countersUntil(claim), false));
                case DisputeAction.NeedsTrace(DisputeClaim claim, L1Time until) ->
                    due.add(new Due(ContestStage.HAND_OVER, claim.index(), until, false));
                case DisputeAction.TooLate _ -> {}
            }
        }
        if (due.isEmpty()) {
            return plain(look, ContestStage.TOO_LATE);
        }
        Comparator<Due> soonest = Comparator.comparingLong(one -> one.until().unixSeconds());
        Due first = due.stream()
                .filter(one -> !one.signed())
                .min(soonest)
                .orElseGet(() -> due.stream().min(soonest).orElseThrow());
        return new ContestReport(
                look.plan(),
                first.signed() ? ContestStage.OWN_WAITS : first.stage(),
                // What is signed is in no block yet, so its clock runs on.
                due.stream().min(soonest).map(one -> one.until().toInstant()),
                Optional.empty(),
                due.stream().map(Due::claim).sorted().distinct().toList(),
                look.facts());
    }

    private static ContestReport over(Disputes.Look look, ContestStage end, Optional<DisputeCredit> credit) {
        Optional<DisputeCredit> due = credit.filter(found -> !found.amount().isZero());
        if (due.isEmpty()) {
            return plain(look, end);
        }
        if (due.get().next().isEmpty()) {
            return dated(look, ContestStage.DUE_LATER, due.get().payableAt());
        }
        return due.get().unlocked()
                ? unlessSigned(look, DisputeStep.CLAIM, ContestStage.CAN_CLAIM)
                : unlessSigned(look, DisputeStep.UNLOCK, ContestStage.CAN_UNLOCK);
    }

    private static ContestReport unlessSigned(Disputes.Look look, DisputeStep step, ContestStage stage) {
        return plain(look, isSigned(look, step, "") ? ContestStage.OWN_WAITS : stage);
    }

    /// One that nobody has is not on its way: it wants to be handed over again.
    private static boolean isSigned(Disputes.Look look, DisputeStep step, String about) {
        String note = step.note(look.plan().id(), about);
        return look.waiting().stream()
                .anyMatch(own -> own.transaction().note().equals(note) && !own.wantsHandingOver());
    }

    private static ContestReport plain(Disputes.Look look, ContestStage stage) {
        return dated(look, stage, Optional.empty());
    }

    private static ContestReport dated(Disputes.Look look, ContestStage stage, Optional<L1Time> notBefore) {
        return new ContestReport(
                look.plan(), stage, Optional.empty(), notBefore.map(L1Time::toInstant), List.of(), look.facts());
    }
}
