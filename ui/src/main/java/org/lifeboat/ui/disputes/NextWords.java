package org.lifeboat.ui.disputes;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.disputes.DisputesScreen.Own;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Surroundings;

/// Where a plan about a contest stands, in sentences.
final class NextWords {
    private static final String PROGRAM = "op-challenger --";

    private NextWords() {}

    static List<String> of(Surroundings around, Own own, String coin) {
        return own.facts().stream()
                .filter(fact -> !(fact instanceof ContestFact.NeedsTrace || fact instanceof ContestFact.HandOver)
                        || !(own.request() instanceof DisputeRequest.HandOver)) // which a bar says, with the command
                .map(fact -> sentence(around, fact, coin))
                .toList();
    }

    /// The command line of the program that goes on where this one cannot.
    static Optional<String> command(Surroundings around, Own own) {
        return own.facts().stream()
                .filter(ContestFact.HandOver.class::isInstance)
                .map(fact -> sentence(around, fact, ""))
                .map(sentence -> sentence.substring(Math.max(0, sentence.indexOf(PROGRAM))))
                .findFirst();
    }

    private static String sentence(Surroundings around, ContestFact fact, String coin) {
        return switch (fact) {
            case ContestFact.CouldNotLook(String why) -> around.say("dispute.silent", why);
            case ContestFact.OtherGame() -> around.say("dispute.other-game");
            case ContestFact.NotPlayed(Contest.Kind kind, long type) -> around.say("dispute.kind." + kind, type);
            case ContestFact.Counter(int claim, boolean attack, Wei bond, L1Time until) ->
                around.say(
                        attack ? "dispute.action.attack" : "dispute.action.defend",
                        claim,
                        amount(bond, coin),
                        moment(around, until));
            case ContestFact.ShowNumber(long last, L1Time until) ->
                around.say("dispute.action.number", around.phrases().number(last), moment(around, until));
            case ContestFact.NeedsTrace(int claim, L1Time until) ->
                around.say("dispute.action.trace", claim, moment(around, until));
            case ContestFact.HandOver(Address game, Optional<String> trace) ->
                around.say("dispute.hand-over", trace.orElse("-"), game.toChecksum());
            case ContestFact.NeedsRoot(long block) ->
                around.say("dispute.action.root", around.phrases().number(block));
            case ContestFact.TooLate(int claim) -> around.say("dispute.action.late", claim);
            case ContestFact.BondsAtMost(Wei most) -> around.say("dispute.at-most", amount(most, coin));
            case ContestFact.Wait(L1Time at) -> around.say("dispute.wait", moment(around, at));
            case ContestFact.CanSettle() -> around.say("disputes.canSettle");
            case ContestFact.Ended(boolean won) -> around.say(won ? "dispute.won" : "dispute.lost");
            case ContestFact.NothingDue() -> around.say("dispute.credit.none");
            case ContestFact.CanUnlock(Wei due) -> around.say("disputes.credit.unlock", amount(due, coin));
            case ContestFact.CanBePaid(Wei due) -> around.say("disputes.credit.pay", amount(due, coin));
            case ContestFact.PayableFrom(Wei due, L1Time at) ->
                around.say("dispute.credit.at", amount(due, coin), moment(around, at));
            case ContestFact.PayableLater(Wei due) -> around.say("dispute.credit.later", amount(due, coin));
        };
    }

    private static String moment(Surroundings around, L1Time at) {
        return around.phrases().moment(at.toInstant());
    }

    private static String amount(Wei wei, String coin) {
        return AmountText.exact(wei.toTokenAmount(), coin);
    }
}
