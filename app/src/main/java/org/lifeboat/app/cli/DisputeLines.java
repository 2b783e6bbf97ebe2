package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import tools.jackson.databind.node.ObjectNode;

/// Contests over roots as JSON and as lines.
final class DisputeLines {
    private DisputeLines() {}

    static ObjectNode json(Game game) {
        ObjectNode object = JsonDocument.object();
        object.put("game", game.contract().toChecksum());
        object.put("type", game.type());
        object.put("kind", GameType.of(game.type()).name());
        boolean ofSeveral = GameType.of(game.type()) == GameType.SUPER;
        object.put(ofSeveral ? "second" : "block", game.block().number());
        object.put("root", game.root().toHex());
        object.put("status", game.isOutput() ? "OUTPUT" : game.status().name());
        object.put("claims", game.claims());
        object.put("createdAt", game.createdAt().toInstant().toString());
        return object;
    }

    /// Adds what only a contest of claims has.
    static void addTo(ObjectNode object, DisputeGame dispute) {
        object.put("splitDepth", dispute.splitDepth());
        object.put("maxDepth", dispute.maxDepth());
        object.put("clockSeconds", dispute.maxClock().toSeconds());
        object.put("extensionSeconds", dispute.extension().toSeconds());
        object.put("settlesAt", dispute.settlesAt().toInstant().toString());
        object.set(
                "tree",
                JsonDocument.array(dispute.claims().stream()
                        .map(claim -> json(dispute, claim))
                        .toList()));
    }

    private static ObjectNode json(DisputeGame dispute, DisputeClaim claim) {
        ObjectNode object = JsonDocument.object();
        object.put("index", claim.index());
        JsonDocument.putNumberOrNull(
                object,
                "parent",
                claim.parent().isPresent() ? Optional.of((long) claim.parent().getAsInt()) : Optional.empty());
        object.put("depth", claim.position().depth());
        object.put("position", claim.position().value().toString());
        object.put("value", claim.value().toHex());
        object.put("claimant", claim.claimant().toChecksum());
        object.put("bond", amount(claim.bond()));
        JsonDocument.putOrNull(object, "counteredBy", claim.counteredBy());
        object.put("countersUntil", dispute.countersUntil(claim).toInstant().toString());
        return object;
    }

    static ObjectNode json(Disputes.Look look) {
        ObjectNode object = JsonDocument.object();
        object.put("id", look.plan().id().value());
        object.put("account", look.plan().account().toChecksum());
        object.put("game", look.plan().state().game().toChecksum());
        object.put("stance", look.plan().state().stance().name());
        object.put("standing", code(look.next()));
        Optional<DisputeNext.Act> act = Optional.of(look.next())
                .filter(DisputeNext.Act.class::isInstance)
                .map(DisputeNext.Act.class::cast);
        JsonDocument.putOrNull(
                object, "bondsAtMost", act.map(DisputeNext.Act::atMost).map(DisputeLines::amount));
        JsonDocument.putOrNull(
                object, "finalFrom", act.flatMap(DisputeNext.Act::heldUntil).map(L1Time::toInstant));
        object.put("bondsLost", amount(look.lost()));
        JsonDocument.putOrNull(object, "settlesAt", settlesAt(look.next()).map(L1Time::toInstant));
        Optional<DisputeCredit> credit = switch (look.next()) {
            case DisputeNext.Over(Game _, boolean _, Optional<DisputeCredit> due) -> due;
            case DisputeNext.Ended(Game _, Optional<DisputeCredit> due) -> due;
            case DisputeNext.CouldNotLook _,
                    DisputeNext.Gone _,
                    DisputeNext.OtherGame _,
                    DisputeNext.NotPlayed _,
                    DisputeNext.Act _,
                    DisputeNext.Wait _,
                    DisputeNext.CanSettle _ -> Optional.empty();
        };
        JsonDocument.putOrNull(
                object, "credit", credit.map(DisputeCredit::amount).map(DisputeLines::amount));
        JsonDocument.putOrNull(
                object, "payableAt", credit.flatMap(DisputeCredit::payableAt).map(L1Time::toInstant));
        JsonDocument.putOrNull(object, "assurance", look.assurance().map(ExitLines::assurance));
        object.set(
                "waiting",
                JsonDocument.texts(look.waiting().stream()
                        .map(one -> one.transaction().hash().toHex())
                        .toList()));
        return object;
    }

    static String code(DisputeNext next) {
        return switch (next) {
            case DisputeNext.CouldNotLook _ -> "COULD_NOT_LOOK";
            case DisputeNext.OtherGame _ -> "OTHER_GAME";
            case DisputeNext.NotPlayed _ -> "NOT_PLAYED";
            case DisputeNext.Gone _ -> "GONE";
            case DisputeNext.Act act -> act.heldUntil().isPresent() ? "AWAIT_FINAL" : "ACT";
            case DisputeNext.Wait _ -> "WAIT";
            case DisputeNext.CanSettle _ -> "CAN_SETTLE";
            case DisputeNext.Ended _ -> "ENDED";
            case DisputeNext.Over(Game _, boolean won, var _) -> won ? "WON" : "LOST";
        };
    }

    private static Optional<L1Time> settlesAt(DisputeNext next) {
        return switch (next) {
            case DisputeNext.Act act -> Optional.of(act.dispute().settlesAt());
            case DisputeNext.Wait(var _, L1Time at) -> Optional.of(at);
            case DisputeNext.CouldNotLook _,
                    DisputeNext.Gone _,
                    DisputeNext.OtherGame _,
                    DisputeNext.NotPlayed _,
                    DisputeNext.CanSettle _,
                    DisputeNext.Ended _,
                    DisputeNext.Over _ -> Optional.empty();
        };
    }

    /// One root in a list.
    static String line(Words words, Game game, Optional<DisputeState.Stance> stance) {
        return words.say(
                "dispute.line" + several(game),
                game.contract(),
                game.block().number(),
                status(words, game),
                words.say("dispute.stance." + stance.map(Enum::name).orElse("NONE")));
    }

    private static String several(Game game) {
        return GameType.of(game.type()) == GameType.SUPER ? ".super" : "";
    }

    private static String status(Words words, Game game) {
        boolean contested = game.status() == Game.Status.IN_PROGRESS && game.contested();
        if (game.isOutput()) {
            return words.say("dispute.status.OUTPUT");
        }
        return words.say(
                "dispute.status." + (contested ? "CONTESTED" : game.status().name()), game.claims() - 1);
    }

    /// A contest without a plan.
    static List<String> say(Words words, Game game, Optional<DisputeGame> dispute, String coin) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "dispute.root" + several(game),
                game.contract(),
                game.block().number(),
                game.root(),
                status(words, game)));
        lines.add(words.say("dispute.kind." + GameType.of(game.type()), game.type()));
        dispute.ifPresent(played -> {
            boolean hours = played.maxClock().toHours() > 0;
            lines.add(words.say(
                    hours ? "dispute.clocks" : "dispute.clocks.short",
                    hours ? played.maxClock().toHours() : played.maxClock().toSeconds(),
                    played.settlesAt().toInstant()));
            played.claims().forEach(claim -> lines.add(claim(words, played, claim, coin)));
        });
        return lines;
    }

    private static String claim(Words words, DisputeGame dispute, DisputeClaim claim, String coin) {
        String key = claim.parent().isEmpty()
                ? "dispute.claim.root"
                : dispute.isAttack(claim) ? "dispute.claim.attack" : "dispute.claim.defend";
        return words.say(
                key,
                claim.index(),
                claim.parent().orElse(0),
                claim.claimant(),
                amount(claim.bond()) + " " + coin,
                dispute.countersUntil(claim).toInstant(),
                claim.position().depth());
    }

    /// A plan: where it stands and what comes next.
    static List<String> say(Words words, Disputes.Look look, String coin) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "dispute.plan",
                look.plan().state().game(),
                words.say("dispute.stance." + look.plan().state().stance())));
        look.facts().forEach(fact -> lines.add(sentence(words, fact, coin)));
        return lines;
    }

    private static String sentence(Words words, ContestFact fact, String coin) {
        return switch (fact) {
            case ContestFact.CouldNotLook(String why) -> words.say("dispute.silent", why);
            case ContestFact.Gone() -> words.say("dispute.gone");
            case ContestFact.BondsLost(Wei bonds) -> words.say("dispute.bonds-lost", amount(bonds) + " " + coin);
            case ContestFact.OtherGame() -> words.say("dispute.other-game");
            case ContestFact.BondsStand(Wei bonds) -> words.say("dispute.bonds-stand", amount(bonds) + " " + coin);
            case ContestFact.Unchecked() -> words.say("dispute.money-only");
            case ContestFact.Opposed(int claim, L1Time until) -> words.say("dispute.opposed", claim, until.toInstant());
            case ContestFact.NotPlayed(Contest.Kind kind, long type) -> words.say("dispute.kind." + kind, type);
            case ContestFact.Counter(int claim, boolean attack, Wei bond, L1Time until) ->
                words.say(
                        attack ? "dispute.action.attack" : "dispute.action.defend",
                        claim,
                        amount(bond) + " " + coin,
                        until.toInstant());
            case ContestFact.StillNew(L1Time firm) -> words.say("dispute.still-new", firm.toInstant());
            case ContestFact.AwaitFinal(L1Time firm) -> words.say("dispute.await-final", firm.toInstant());
            case ContestFact.ShowNumber(long last, L1Time until) ->
                words.say("dispute.action.number", last, until.toInstant());
            case ContestFact.NeedsTrace(int claim, L1Time until) ->
                words.say("dispute.action.trace", claim, until.toInstant());
            case ContestFact.HandOver(Address game, Optional<String> trace) ->
                words.say("dispute.hand-over", trace.orElse("-"), game);
            case ContestFact.NeedsRoot(long block) -> words.say("dispute.action.root", block);
            case ContestFact.TooLate(int claim) -> words.say("dispute.action.late", claim);
            case ContestFact.BondsAtMost(Wei most) -> words.say("dispute.at-most", amount(most) + " " + coin);
            case ContestFact.Wait(L1Time at) -> words.say("dispute.wait", at.toInstant());
            case ContestFact.CanSettle() -> words.say("dispute.can-settle");
            case ContestFact.Ended(boolean won) -> words.say(won ? "dispute.won" : "dispute.lost");
            case ContestFact.EndedUnchecked(boolean stands) ->
                words.say(stands ? "dispute.ended.stands" : "dispute.ended.fell");
            case ContestFact.NothingDue() -> words.say("dispute.credit.none");
            case ContestFact.CanUnlock(Wei due) -> words.say("dispute.credit.unlock", amount(due) + " " + coin);
            case ContestFact.CanBePaid(Wei due) -> words.say("dispute.credit.pay", amount(due) + " " + coin);
            case ContestFact.PayableFrom(Wei due, L1Time at) ->
                words.say("dispute.credit.at", amount(due) + " " + coin, at.toInstant());
            case ContestFact.PayableLater(Wei due) -> words.say("dispute.credit.later", amount(due) + " " + coin);
        };
    }

    private static String amount(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
