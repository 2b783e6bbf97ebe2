package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans to leave an L2 as JSON and as lines.
final class ExitLines {
    private ExitLines() {}

    static ObjectNode json(Exits.Plan plan) {
        ObjectNode object = JsonDocument.object();
        object.put("id", plan.id().value());
        object.put("chainId", plan.chain().value());
        object.put("account", plan.account().toChecksum());
        object.put("way", plan.state().way().name());
        object.put("target", plan.state().target().toChecksum());
        object.put("amount", plan.state().amount().toTokenAmount().toExactString());
        object.set("token", plan.state().token().<JsonNode>map(ExitLines::json).orElseGet(NullNode::getInstance));
        JsonDocument.putOrNull(
                object, "l2Transaction", plan.state().l2Transaction().map(Hash32::toHex));
        JsonDocument.putOrNull(
                object,
                "withdrawal",
                plan.state().withdrawal().map(Withdrawal::hash).map(Hash32::toHex));
        JsonDocument.putNumberOrNull(object, "l2Block", plan.state().block().map(block -> block.number()));
        JsonDocument.putNumberOrNull(
                object, "chosenGame", plan.state().chosenRoot().map(RootPlace::index));
        JsonDocument.putNumberOrNull(
                object, "forgottenGame", plan.state().forgottenRoot().map(RootPlace::index));
        object.put("begunAt", plan.begunAt().toString());
        return object;
    }

    private static ObjectNode json(ExitToken token) {
        ObjectNode object = JsonDocument.object();
        object.put("contract", token.pair().l2Token().toChecksum());
        object.put("l1Token", token.pair().l1Token().toChecksum());
        object.put("units", token.units().toString());
        object.put("symbol", token.symbol());
        object.put("amount", new TokenAmount(token.units(), token.decimals()).toExactString());
        return object;
    }

    static ObjectNode json(Exits.Look look) {
        ObjectNode object = json(look.plan());
        object.put("standing", code(look.next()));
        JsonDocument.putOrNull(object, "notBefore", notBefore(look.next()).map(L1Time::toInstant));
        JsonDocument.putOrNull(
                object, "game", game(look.next()).map(one -> one.contract().toChecksum()));
        JsonDocument.putNumberOrNull(
                object, "rootOfBlock", game(look.next()).map(one -> one.block().number()));
        JsonDocument.putOrNull(object, "fallsAt", fallsAt(look.next()).map(L1Time::toInstant));
        JsonDocument.putOrNull(
                object,
                "bond",
                ExitReport.bond(look.next()).map(wei -> wei.toTokenAmount().toExactString()));
        object.set("arrived", look.arrived().<JsonNode>map(BooleanNode::valueOf).orElseGet(NullNode::getInstance));
        JsonDocument.putOrNull(object, "assurance", look.assurance().map(ExitLines::assurance));
        object.set(
                "waiting",
                JsonDocument.texts(look.waiting().stream()
                        .map(own -> own.transaction().hash())
                        .map(Hash32::toHex)
                        .toList()));
        return object;
    }

    /// As in a balance sheet: a level, and a mark where the proof fits the header that this source named.
    static String assurance(Assurance assurance) {
        return assurance.has(Assurance.Mark.MATCHED)
                ? "MATCHED"
                : assurance.level().name();
    }

    /// One sentence about where it stands and what comes next.
    static String say(Words words, Exits.Look look, String coin) {
        Exits.Plan plan = look.plan();
        String amount = plan.state().said(coin);
        String key = "cli.exit.standing." + code(look.next());
        String standing = switch (look.next()) {
            case ExitNext.Initiate _ -> words.say(key);
            case ExitNext.AwaitOwn(OwnTransaction own) ->
                words.say(
                        own.status() instanceof Status.Replaced ? key + ".overtaken" : key,
                        own.hash(),
                        ActivityLines.inWords(words, own.status()));
            case ExitNext.AwaitL2(Hash32 hash) ->
                words.say(plan.state().way() == ExitState.Way.THROUGH_L1 ? key : key + ".sequencer", hash);
            case ExitNext.CameToNothing(Hash32 hash) -> words.say(key, hash);
            case ExitNext.Replay _ -> words.say(key);
            case ExitNext.CouldNotLook(boolean ofL1, String why) ->
                words.say(ofL1 ? key : "cli.exit.standing.COULD_NOT_LOOK.l2", why);
            case ExitNext.OnL1(Standing.PaidOut _, var _) ->
                look.arrived()
                        .map(arrived -> words.say(
                                arrived ? key : key + ".lost", plan.state().target()))
                        .orElseGet(
                                () -> words.say(key + ".unknown", plan.state().target()));
            case ExitNext.OnL1(Standing on, var _) -> onL1(words, key, on) + ownRoot(words, look.next(), coin);
        };
        return line(words, plan, amount, standing);
    }

    /// As it is kept, without a look.
    static String notLooked(Words words, Exits.Plan plan, String coin) {
        return line(words, plan, plan.state().said(coin), words.say("cli.exit.not-looked"));
    }

    private static String line(Words words, Exits.Plan plan, String amount, String standing) {
        String line = words.say(
                "cli.exit.line", plan.id().value(), amount, plan.state().target(), standing);
        return plan.state()
                .forgottenRoot()
                .map(root -> line
                        + (words.language() == Language.CHINESE ? "" : " ")
                        + words.say("cli.exit.root.gone", root.index()))
                .orElse(line);
    }

    private static String ownRoot(Words words, ExitNext next, String coin) {
        return ExitReport.bond(next)
                .map(wei -> " "
                        + words.say(
                                "cli.exit.own-root-possible",
                                wei.toTokenAmount().toExactString() + " " + coin))
                .orElse("");
    }

    private static String onL1(Words words, String key, Standing standing) {
        return switch (standing) {
            case Standing.PaidOut _, Standing.Paused _, Standing.CanResolve _, Standing.CanFinish _ -> words.say(key);
            case Standing.NotRead(long type) -> words.say(key, type);
            case Standing.NoRoot(var newest, var _) ->
                newest.map(block -> words.say(key, block.number())).orElseGet(() -> words.say(key + ".none"));
            case Standing.RootTooNew(Game game) -> words.say(key, game.block().number());
            case Standing.CanProve(Game best, var _) ->
                words.say(
                        best.contested() ? key + ".contested" : key,
                        best.block().number());
            case Standing.Waiting(Proof proof, Optional<L1Time> notBefore) ->
                notBefore
                        .map(at -> words.say(key, at.toInstant()))
                        .orElseGet(() -> words.say(
                                proof.game().contested()
                                        ? "cli.exit.standing.WAITING.contested"
                                        : "cli.exit.standing.WAITING.undated"));
            case Standing.Doubted(Proof proof, L1Time fallsAt, Optional<Game> better) ->
                better.map(game -> words.say(
                                key,
                                proof.game().block().number(),
                                fallsAt.toInstant(),
                                game.block().number()))
                        .orElseGet(() ->
                                words.say(key + ".alone", proof.game().block().number(), fallsAt.toInstant()));
            case Standing.MustProveAgain(Proof lost, Optional<Game> better) ->
                words.say(
                        better.isPresent() ? key : lost.game().isOutput() ? key + ".deleted" : key + ".none",
                        lost.game().contract());
        };
    }

    static String code(ExitNext next) {
        return switch (next) {
            case ExitNext.Initiate _ -> "INITIATE";
            case ExitNext.AwaitOwn _ -> "AWAIT_OWN";
            case ExitNext.AwaitL2 _ -> "AWAIT_L2";
            case ExitNext.CameToNothing _ -> "CAME_TO_NOTHING";
            case ExitNext.CouldNotLook _ -> "COULD_NOT_LOOK";
            case ExitNext.Replay _ -> "CAN_REPLAY";
            case ExitNext.OnL1(Standing standing, var _) ->
                switch (standing) {
                    case Standing.PaidOut _ -> "PAID_OUT";
                    case Standing.Paused _ -> "PAUSED";
                    case Standing.NotRead _ -> "ROOTS_NOT_READ";
                    case Standing.NoRoot _ -> "NO_ROOT";
                    case Standing.RootTooNew _ -> "ROOT_TOO_NEW";
                    case Standing.CanProve _ -> "CAN_PROVE";
                    case Standing.Waiting _ -> "WAITING";
                    case Standing.Doubted _ -> "ROOT_IN_DOUBT";
                    case Standing.CanResolve _ -> "CAN_RESOLVE";
                    case Standing.MustProveAgain _ -> "MUST_PROVE_AGAIN";
                    case Standing.CanFinish _ -> "CAN_FINISH";
                };
        };
    }

    private static Optional<L1Time> notBefore(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing.Waiting(Proof _, Optional<L1Time> at), var _)
                ? at
                : Optional.empty();
    }

    private static Optional<L1Time> fallsAt(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing.Doubted(Proof _, L1Time at, var _), var _)
                ? Optional.of(at)
                : Optional.empty();
    }

    private static Optional<Game> game(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing standing, var _)
                ? switch (standing) {
                    case Standing.CanProve(Game best, List<Game> _) -> Optional.of(best);
                    case Standing.RootTooNew(Game game) -> Optional.of(game);
                    case Standing.Waiting(Proof proof, var _) -> Optional.of(proof.game());
                    case Standing.CanResolve(Proof proof, var _) -> Optional.of(proof.game());
                    case Standing.Doubted(Proof proof, var _, var _) -> Optional.of(proof.game());
                    case Standing.CanFinish(Proof proof) -> Optional.of(proof.game());
                    case Standing.MustProveAgain(Proof lost, var _) -> Optional.of(lost.game());
                    case Standing.PaidOut _, Standing.Paused _, Standing.NotRead _, Standing.NoRoot _ ->
                        Optional.empty();
                }
                : Optional.empty();
    }
}
