package org.lifeboat.app.cli;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLine;
import org.lifeboat.engine.send.EffectLines;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Address;
import org.lifeboat.verifier.call.Effects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What trying a draft out has shown, as lines and as JSON.
final class SimulationLines {
    private SimulationLines() {}

    static void tell(Shell shell, Draft draft) {
        switch (draft.simulated()) {
            case Simulated.Shown shown -> {
                for (EffectLine line : EffectLines.of(draft, shown)) {
                    tell(
                            shell,
                            line.severity(),
                            line.messageKey(),
                            line.arguments().toArray());
                }
            }
            case Simulated.Failed(CouldNot reason) -> tell(shell, reason);
        }
    }

    static void tell(Shell shell, CouldNot reason) {
        tell(shell, Severity.WARNING, reason.messageKey(), reason.detail());
    }

    private static void tell(Shell shell, Severity severity, String key, Object... arguments) {
        shell.progress("cli.check." + severity, shell.words().say(key, arguments));
    }

    static ObjectNode json(Draft draft) {
        ObjectNode object = JsonDocument.object();
        switch (draft.simulated()) {
            case Simulated.Failed(CouldNot reason) -> {
                object.put("state", "COULD_NOT");
                object.put("reason", reason.why().name());
                object.put("detail", reason.detail());
            }
            case Simulated.Shown shown -> {
                object.put("state", "SHOWN");
                object.put("block", shown.block().number());
                object.put("assurance", shown.assurance().level().name());
                object.set(
                        "marks",
                        JsonDocument.texts(shown.assurance().marks().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()));
                put(object, shown.effects());
            }
        }
        return object;
    }

    private static void put(ObjectNode object, Effects effects) {
        switch (effects.ending()) {
            case Effects.Ending.Succeeds _ -> ending(object, "SUCCEEDS", Optional.empty(), Optional.empty());
            case Effects.Ending.Reverts(var output) ->
                ending(object, "REVERTS", Optional.empty(), Optional.of(output.toHex()));
            case Effects.Ending.Halts(var reason) ->
                ending(object, "HALTS", Optional.of(reason.name()), Optional.empty());
            case Effects.Ending.NotTaken(var reason) ->
                ending(object, "NOT_TAKEN", Optional.of(reason.name()), Optional.empty());
        }
        object.put("gasUsed", Long.toString(effects.gasUsed()));
        object.put("gasFee", effects.fee().value().toString());
        JsonDocument.putOrNull(
                object,
                "l1DataFee",
                effects.extra().map(extra -> extra.data().value().toString()));
        JsonDocument.putOrNull(
                object,
                "operatorFee",
                effects.extra().map(extra -> extra.operator().value().toString()));
        ArrayNode coins = object.putArray("coins");
        effects.coins().forEach(change -> {
            ObjectNode coin = coins.addObject();
            coin.put("account", change.account().toChecksum());
            coin.put("units", change.more().toString());
        });
        ArrayNode tokens = object.putArray("tokens");
        effects.tokens().forEach(change -> {
            ObjectNode token = tokens.addObject();
            token.put("token", change.token().toChecksum());
            token.put("account", change.holder().toChecksum());
            token.put("before", change.before().toString());
            token.put("after", change.after().toString());
        });
        ArrayNode moves = object.putArray("moves");
        effects.moves().forEach(move -> put(moves.addObject(), move));
        ArrayNode approvals = object.putArray("approvals");
        effects.approvals().forEach(approval -> put(approvals.addObject(), approval));
        object.set(
                "created",
                JsonDocument.texts(
                        effects.created().stream().map(Address::toChecksum).toList()));
        ArrayNode delegations = object.putArray("delegations");
        effects.delegations().forEach(delegation -> {
            ObjectNode one = delegations.addObject();
            one.put("account", delegation.account().toChecksum());
            JsonDocument.putOrNull(one, "delegate", delegation.delegate().map(Address::toChecksum));
        });
    }

    private static void ending(ObjectNode object, String ending, Optional<String> reason, Optional<String> revertData) {
        object.put("ending", ending);
        JsonDocument.putOrNull(object, "reason", reason);
        JsonDocument.putOrNull(object, "revertData", revertData);
    }

    private static void put(ObjectNode object, Effects.TokenMove move) {
        object.put("token", move.token().toChecksum());
        object.put("from", move.from().toChecksum());
        object.put("to", move.to().toChecksum());
        switch (move) {
            case Effects.TokenMove.Fungible fungible -> put(object, Optional.empty(), Optional.of(fungible.units()));
            case Effects.TokenMove.Single single -> put(object, Optional.of(single.id()), Optional.empty());
            case Effects.TokenMove.Several several ->
                put(object, Optional.of(several.id()), Optional.of(several.units()));
        }
    }

    private static void put(ObjectNode object, Effects.TokenApproval approval) {
        object.put("token", approval.token().toChecksum());
        object.put("owner", approval.owner().toChecksum());
        object.put("spender", approval.spender().toChecksum());
        switch (approval) {
            case Effects.TokenApproval.Amount amount -> {
                object.put("kind", "AMOUNT");
                put(object, Optional.empty(), Optional.of(amount.units()));
                object.put("unlimited", amount.unlimited());
            }
            case Effects.TokenApproval.Single single -> {
                object.put("kind", "ITEM");
                put(object, Optional.of(single.id()), Optional.empty());
                object.put("unlimited", false);
            }
            case Effects.TokenApproval.All all -> {
                object.put("kind", all.approved() ? "ALL" : "NONE");
                put(object, Optional.empty(), Optional.empty());
                object.put("unlimited", all.approved());
            }
        }
    }

    private static void put(ObjectNode object, Optional<BigInteger> id, Optional<BigInteger> units) {
        JsonDocument.putOrNull(object, "id", id.map(BigInteger::toString));
        JsonDocument.putOrNull(object, "units", units.map(BigInteger::toString));
    }
}
