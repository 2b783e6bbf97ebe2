package org.lifeboat.ui.phrases;

import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;

/// Where a contest over a root stands, in sentences. The same for the window and for the command line.
/// @param coins writes an amount of L1's coin with its symbol
/// @param commands whether what is to be typed for a step is named; the window has buttons for that
public record ContestWords(Phrases phrases, Function<Wei, String> coins, boolean commands) {
    /// What a contest is called.
    public String name(Disputes.Plan plan, Optional<Network> l2) {
        return phrases.say(
                "dispute.name",
                phrases.number(plan.state().claimed()),
                l2.map(Network::name).orElseGet(() -> plan.chain().toString()));
    }

    /// Where it stands and what is to be done, without the particulars that its own page has.
    public String stands(ContestRounds.Sight sight) {
        if (sight.isBlind() && sight.fallsAt().isPresent()) {
            return phrases.say("dispute.blind", phrases.moment(sight.fallsAt().get()));
        }
        return phrases.together(sight.report().facts().stream()
                .filter(fact -> !(fact instanceof ContestFact.HandOver || fact instanceof ContestFact.BondsAtMost))
                .map(this::fact)
                .toList());
    }

    /// That a date passed while nobody looked.
    public String missed(ContestWatch.Missed missed, Optional<Network> l2) {
        return phrases.say(
                missed.fell() ? "dispute.missed.fell" : "dispute.missed",
                name(missed.plan(), l2),
                phrases.moment(missed.since()));
    }

    /// One thing to be said of a contest.
    public String fact(ContestFact fact) {
        return switch (fact) {
            case ContestFact.CouldNotLook(String why) -> phrases.say("dispute.silent", why);
            case ContestFact.Gone() -> phrases.say("dispute.gone");
            case ContestFact.BondsLost(Wei bonds) -> phrases.say("dispute.bonds-lost", coins.apply(bonds));
            case ContestFact.OtherGame() -> phrases.say("dispute.other-game");
            case ContestFact.BondsStand(Wei bonds) -> phrases.say("dispute.bonds-stand", coins.apply(bonds));
            case ContestFact.Unchecked() -> phrases.say("dispute.money-only");
            case ContestFact.Opposed(int claim, L1Time until) -> phrases.say("dispute.opposed", claim, moment(until));
            case ContestFact.NotPlayed(Contest.Kind kind, long type) -> phrases.say("dispute.kind." + kind, type);
            case ContestFact.Counter(int claim, boolean attack, Wei bond, L1Time until) ->
                phrases.say(
                        attack ? "dispute.action.attack" : "dispute.action.defend",
                        claim,
                        coins.apply(bond),
                        moment(until));
            case ContestFact.StillNew(L1Time firm) -> phrases.say("dispute.still-new", moment(firm));
            case ContestFact.AwaitFinal(L1Time firm) -> phrases.say("dispute.await-final", moment(firm));
            case ContestFact.ShowNumber(long last, L1Time until) ->
                phrases.say("dispute.action.number", phrases.number(last), moment(until));
            case ContestFact.NeedsTrace(int claim, L1Time until) ->
                phrases.say("dispute.action.trace", claim, moment(until));
            case ContestFact.HandOver(Address game, Optional<String> trace) ->
                phrases.say("dispute.hand-over", trace.orElse("-"), game.toChecksum());
            case ContestFact.NeedsRoot(long block) -> phrases.say("dispute.action.root", phrases.number(block));
            case ContestFact.TooLate(int claim) -> phrases.say("dispute.action.late", claim);
            case ContestFact.BondsAtMost(Wei most) -> phrases.say("dispute.at-most", coins.apply(most));
            case ContestFact.Wait(L1Time at) -> phrases.say("dispute.wait", moment(at));
            case ContestFact.CanSettle() -> phrases.say(commands ? "dispute.can-settle" : "disputes.canSettle");
            case ContestFact.Ended(boolean won) -> phrases.say(won ? "dispute.won" : "dispute.lost");
            case ContestFact.EndedUnchecked(boolean stands) ->
                phrases.say(stands ? "dispute.ended.stands" : "dispute.ended.fell");
            case ContestFact.NothingDue() -> phrases.say("dispute.credit.none");
            case ContestFact.CanUnlock(Wei due) ->
                phrases.say(commands ? "dispute.credit.unlock" : "disputes.credit.unlock", coins.apply(due));
            case ContestFact.CanBePaid(Wei due) ->
                phrases.say(commands ? "dispute.credit.pay" : "disputes.credit.pay", coins.apply(due));
            case ContestFact.PayableFrom(Wei due, L1Time at) ->
                phrases.say("dispute.credit.at", coins.apply(due), moment(at));
            case ContestFact.PayableLater(Wei due) -> phrases.say("dispute.credit.later", coins.apply(due));
        };
    }

    private String moment(L1Time at) {
        return phrases.moment(at.toInstant());
    }
}
