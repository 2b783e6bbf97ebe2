package org.lifeboat.engine.dispute;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// Makes the transaction that a plan's standing calls for. Signs nothing.
public final class DisputeRequests {
    private final Duration patience;

    /// @param patience for one server of the L2, where one has to be asked
    public DisputeRequests(Duration patience) {
        this.patience = patience;
    }

    /// Of several claims to counter the one whose time is over first.
    public DisputeRequest next(Disputes.Look look, ExitPlace place) {
        DisputeRequest request = switch (look.next()) {
            case DisputeNext.CouldNotLook(String why) -> new DisputeRequest.CouldNot(why);
            case DisputeNext.Gone _ -> new DisputeRequest.Nothing();
            case DisputeNext.OtherGame _ -> new DisputeRequest.CheckAgain();
            case DisputeNext.NotPlayed _, DisputeNext.Wait _ -> new DisputeRequest.Nothing();
            case DisputeNext.Act act -> act(look, place, act);
            case DisputeNext.CanSettle(var _, L1Call call, var _) ->
                offered(look, place, DisputeStep.SETTLE, OpStack.settles(call), call);
            case DisputeNext.Ended(Game _, Optional<DisputeCredit> credit) -> credit(look, place, credit);
            case DisputeNext.Over(Game _, boolean _, Optional<DisputeCredit> credit) -> credit(look, place, credit);
        };
        return request instanceof DisputeRequest.Offered offered ? unlessSigned(offered, look.waiting()) : request;
    }

    /// The step itself, or what was signed for it before. Where nobody has that and it says something else than what
    /// is called for by now, the new one takes its nonce, so that only one of the two can ever be carried out.
    static DisputeRequest unlessSigned(DisputeRequest.Offered offered, List<Pending> waiting) {
        List<Pending> same = waiting.stream()
                .filter(one -> one.transaction().note().equals(offered.order().note()))
                .toList();
        if (same.isEmpty()) {
            return offered;
        }
        if (!same.stream().allMatch(Pending::wantsHandingOver)) {
            return new DisputeRequest.Waits(offered.step());
        }
        Optional<Pending> saying = same.stream()
                .filter(one -> says(one.transaction(), offered.order()))
                .findFirst();
        if (saying.isPresent()) {
            return new DisputeRequest.SendAgain(offered.step(), saying.get());
        }
        // Somebody has it: that one may still be carried out, and only who has it knows.
        return same.stream().allMatch(Pending::isWithoutTaker)
                ? new DisputeRequest.Offered(
                        offered.step(),
                        offered.network(),
                        offered.order()
                                .with(same.stream()
                                        .map(one -> one.transaction().nonce())
                                        .min(Comparator.naturalOrder())))
                : new DisputeRequest.Waits(offered.step());
    }

    /// Whether the bytes that were signed make the very call that is offered now.
    private static boolean says(OwnTransaction own, SendOrder order) {
        return SignedTransaction.decode(own.signed()) instanceof Answer.Proven<SignedTransaction>(var signed)
                && signed.transaction().recipient().equals(Optional.of(order.to()))
                && signed.transaction().data().equals(order.data())
                && order.amount()
                        .equals(new SendAmount.Exactly(
                                signed.transaction().value().value()));
    }

    private DisputeRequest act(Disputes.Look look, ExitPlace place, DisputeNext.Act act) {
        DisputeGame dispute = act.dispute();
        Optional<DisputeAction.Move> move = act.actions().stream()
                .filter(DisputeAction.Move.class::isInstance)
                .map(DisputeAction.Move.class::cast)
                .min(Comparator.comparingLong(one -> one.until().unixSeconds()));
        boolean held = act.heldUntil().isPresent();
        if (move.isPresent() && !held) {
            return offered(
                    look,
                    place,
                    DisputeStep.MOVE,
                    DisputeStep.about(move.get()),
                    OpStack.counter(dispute.game(), move.get()));
        }
        for (DisputeAction action : act.actions()) {
            switch (action) {
                case DisputeAction.ShowNumber _ -> {
                    return showNumber(look, place, dispute);
                }
                case DisputeAction.NeedsRoot _ -> {
                    return new DisputeRequest.CheckAgain();
                }
                case DisputeAction.NeedsTrace(DisputeClaim claim, L1Time until) -> {
                    if (!held) {
                        return new DisputeRequest.HandOver(claim.index(), until);
                    }
                }
                case DisputeAction.Move _, DisputeAction.TooLate _ -> {}
            }
        }
        return new DisputeRequest.Nothing();
    }

    private DisputeRequest showNumber(Disputes.Look look, ExitPlace place, DisputeGame dispute) {
        BlockRef last = look.plan().state().last().orElseThrow();
        Optional<BlockHeader> header = ChainChecks.l2Header(place.l2Sources(), last, patience);
        return header.flatMap(found -> OutputRoot.of(found)
                        .map(root -> offered(
                                look,
                                place,
                                DisputeStep.SHOW_NUMBER,
                                "",
                                OpStack.challengeNumber(dispute.game(), root, found))))
                .orElseGet(() -> new DisputeRequest.CouldNot("no source of the L2 has block " + last.number()));
    }

    private static DisputeRequest credit(Disputes.Look look, ExitPlace place, Optional<DisputeCredit> credit) {
        return credit.map(due -> credit(look, place, due)).orElseGet(DisputeRequest.Nothing::new);
    }

    private static DisputeRequest credit(Disputes.Look look, ExitPlace place, DisputeCredit credit) {
        DisputeStep step = credit.unlocked() ? DisputeStep.CLAIM : DisputeStep.UNLOCK;
        return credit.next().map(call -> offered(look, place, step, "", call)).orElseGet(DisputeRequest.Nothing::new);
    }

    private static DisputeRequest offered(
            Disputes.Look look, ExitPlace place, DisputeStep step, String about, L1Call call) {
        return new DisputeRequest.Offered(
                step,
                place.l1(),
                new SendOrder(
                        look.plan().account(),
                        call.to(),
                        new Asset.Coin(place.l1()),
                        new SendAmount.Exactly(call.value().value()),
                        Speed.NORMAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        step.note(look.plan().id(), about),
                        call.data()));
    }
}
