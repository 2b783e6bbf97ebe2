package org.lifeboat.ui.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Surroundings;

/// Where a plan about a contest stands, in sentences.
final class NextWords {
    private NextWords() {}

    static List<String> of(Surroundings around, Disputes.Look look, String coin) {
        List<String> lines = new ArrayList<>();
        lines.add(around.say("dispute.stance." + look.plan().state().stance()));
        switch (look.next()) {
            case DisputeNext.CouldNotLook(String why) -> lines.add(around.say("dispute.silent", why));
            case DisputeNext.OtherGame _ -> lines.add(around.say("dispute.other-game"));
            case DisputeNext.NotPlayed(GameType kind, Game game) ->
                lines.add(around.say("dispute.kind." + kind, game.type()));
            case DisputeNext.Act(List<DisputeAction> actions, DisputeGame _, Wei atMost) -> {
                actions.forEach(action -> lines.add(action(around, action, coin)));
                if (!atMost.isZero()) {
                    lines.add(around.say("dispute.at-most", amount(atMost, coin)));
                }
            }
            case DisputeNext.Wait(DisputeGame _, L1Time at) ->
                lines.add(around.say("dispute.wait", moment(around, at)));
            case DisputeNext.CanSettle(DisputeGame _, L1Call _) -> lines.add(around.say("disputes.canSettle"));
            case DisputeNext.Over(Game _, boolean won, Optional<DisputeCredit> credit) -> {
                lines.add(around.say(won ? "dispute.won" : "dispute.lost"));
                credit.ifPresent(due -> lines.add(credit(around, due, coin)));
            }
        }
        return lines;
    }

    private static String action(Surroundings around, DisputeAction action, String coin) {
        return switch (action) {
            case DisputeAction.Move move ->
                around.say(
                        move.attack() ? "dispute.action.attack" : "dispute.action.defend",
                        move.against().index(),
                        amount(move.bond(), coin),
                        moment(around, move.until()));
            case DisputeAction.ShowNumber(long last, L1Time until) ->
                around.say("dispute.action.number", around.phrases().number(last), moment(around, until));
            case DisputeAction.NeedsTrace(DisputeClaim claim, L1Time until) ->
                around.say("dispute.action.trace", claim.index(), moment(around, until));
            case DisputeAction.NeedsRoot(DisputeClaim _, long block) ->
                around.say("dispute.action.root", around.phrases().number(block));
            case DisputeAction.TooLate(DisputeClaim claim) -> around.say("dispute.action.late", claim.index());
        };
    }

    private static String credit(Surroundings around, DisputeCredit credit, String coin) {
        String amount = amount(credit.amount(), coin);
        if (credit.amount().isZero()) {
            return around.say("dispute.credit.none");
        }
        if (credit.next().isPresent()) {
            return around.say(credit.unlocked() ? "disputes.credit.pay" : "disputes.credit.unlock", amount);
        }
        return credit.payableAt()
                .map(at -> around.say("dispute.credit.at", amount, moment(around, at)))
                .orElseGet(() -> around.say("dispute.credit.later", amount));
    }

    private static String moment(Surroundings around, L1Time at) {
        return around.phrases().moment(at.toInstant());
    }

    private static String amount(Wei wei, String coin) {
        return AmountText.exact(wei.toTokenAmount(), coin);
    }
}
