package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.rollups.opstack.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form in which a plan is kept, `op-exit/1`: bytes as `0x` hex, numbers as decimal texts.
final class ExitJson {
    static final String KIND = "op-exit/1";

    private ExitJson() {}

    static Bytes write(ExitState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("way", state.way().name());
        json.put("target", state.target().toHex());
        json.put("amount", state.amount().value().toString());
        state.token().ifPresent(token -> json.set("token", toJson(token)));
        state.l2Transaction()
                .ifPresentOrElse(hash -> json.put("l2Transaction", hash.toHex()), () -> json.putNull("l2Transaction"));
        state.withdrawal()
                .ifPresentOrElse(
                        withdrawal -> json.set("withdrawal", toJson(withdrawal)), () -> json.putNull("withdrawal"));
        state.block()
                .ifPresentOrElse(
                        block -> json.put("block", Long.toString(block.number())), () -> json.putNull("block"));
        state.chosenRoot().ifPresent(root -> json.set("chosenRoot", toJson(root)));
        state.forgottenRoot().ifPresent(root -> json.set("forgottenRoot", toJson(root)));
        return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are damaged
    static Optional<ExitState> read(Bytes content) {
        try {
            JsonNode json = JsonMapper.shared().readTree(content.toArray());
            JsonNode withdrawal = json.path("withdrawal");
            return Optional.of(new ExitState(
                    ExitState.Way.valueOf(text(json, "way")),
                    Address.fromHex(text(json, "target")),
                    new Wei(new BigInteger(text(json, "amount"))),
                    json.path("token").isObject() ? Optional.of(token(json.path("token"))) : Optional.empty(),
                    json.path("l2Transaction").isNull()
                            ? Optional.empty()
                            : Optional.of(Hash32.fromHex(text(json, "l2Transaction"))),
                    withdrawal.isNull() ? Optional.empty() : Optional.of(withdrawal(withdrawal)),
                    json.path("block").isNull()
                            ? Optional.empty()
                            : Optional.of(new L2Block(Long.parseLong(text(json, "block")))),
                    wish(json)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RootWish wish(JsonNode json) {
        if (json.path("chosenRoot").isObject()) {
            return new RootWish.Chosen(root(json.path("chosenRoot")));
        }
        return json.path("forgottenRoot").isObject()
                ? new RootWish.Forgotten(root(json.path("forgottenRoot")))
                : new RootWish.Best();
    }

    private static ObjectNode toJson(RootPlace place) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("index", Long.toString(place.index()));
        json.put("root", place.root().toHex());
        return json;
    }

    private static RootPlace root(JsonNode json) {
        return new RootPlace(Long.parseLong(text(json, "index")), Hash32.fromHex(text(json, "root")));
    }

    private static ObjectNode toJson(ExitToken token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("l2Token", token.pair().l2Token().toHex());
        json.put("l1Token", token.pair().l1Token().toHex());
        json.put("units", token.units().toString());
        json.put("symbol", token.symbol());
        json.put("decimals", token.decimals());
        return json;
    }

    private static ExitToken token(JsonNode json) {
        return new ExitToken(
                new TokenPair(Address.fromHex(text(json, "l2Token")), Address.fromHex(text(json, "l1Token"))),
                new BigInteger(text(json, "units")),
                text(json, "symbol"),
                json.path("decimals").intValue());
    }

    static ObjectNode toJson(Withdrawal withdrawal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("nonce", withdrawal.nonce().toString());
        json.put("sender", withdrawal.sender().toHex());
        json.put("target", withdrawal.target().toHex());
        json.put("value", withdrawal.value().value().toString());
        json.put("gasLimit", withdrawal.gasLimit().toString());
        json.put("data", withdrawal.data().toHex());
        return json;
    }

    static Withdrawal withdrawal(JsonNode json) {
        return new Withdrawal(
                new BigInteger(text(json, "nonce")),
                Address.fromHex(text(json, "sender")),
                Address.fromHex(text(json, "target")),
                new Wei(new BigInteger(text(json, "value"))),
                new BigInteger(text(json, "gasLimit")),
                Bytes.fromHex(text(json, "data")));
    }

    static String text(JsonNode json, String name) {
        JsonNode member = json.path(name);
        if (!member.isString()) {
            throw new IllegalArgumentException("no text " + name);
        }
        return member.asString();
    }
}
