package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Proofs as JSON: bytes as `0x` hex, numbers as decimal texts. Reading throws [IllegalArgumentException] for
/// anything else.
final class ProofJson {
    private ProofJson() {}

    static Bytes write(BalanceProof proof) {
        return Bytes.of(toJson(proof).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are of another version, or damaged
    static Optional<BalanceProof> read(Bytes content) {
        try {
            return Optional.of(balance(JsonMapper.shared().readTree(content.toArray())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ObjectNode toJson(BalanceProof proof) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("account", proof.account().toHex());
        proof.token().ifPresentOrElse(token -> json.put("token", token.toHex()), () -> json.putNull("token"));
        json.put("header", proof.header().toHex());
        json.set("subject", toJson(proof.subject()));
        proof.implementation()
                .ifPresentOrElse(
                        claim -> json.set("implementation", toJson(claim)), () -> json.putNull("implementation"));
        return json;
    }

    static BalanceProof balance(JsonNode json) {
        return new BalanceProof(
                Address.fromHex(text(json, "account")),
                json.path("token").isNull() ? Optional.empty() : Optional.of(Address.fromHex(text(json, "token"))),
                Bytes.fromHex(text(json, "header")),
                claim(json.path("subject")),
                json.path("implementation").isNull()
                        ? Optional.empty()
                        : Optional.of(claim(json.path("implementation"))));
    }

    private static ObjectNode toJson(ProofClaim claim) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("account", claim.account().toHex());
        json.put("balance", claim.balance().value().toString());
        json.put("nonce", Long.toString(claim.nonce().value()));
        json.put("codeHash", claim.codeHash().toHex());
        json.put("storageRoot", claim.storageRoot().toHex());
        json.set("accountProof", toJson(claim.accountProof()));
        ArrayNode slots = json.putArray("slots");
        for (ProofClaim.Slot slot : claim.slots()) {
            ObjectNode each = slots.addObject();
            each.put("key", slot.key().toHex());
            each.put("value", slot.value().toString());
            each.set("proof", toJson(slot.proof()));
        }
        return json;
    }

    private static ProofClaim claim(JsonNode json) {
        List<ProofClaim.Slot> slots = new ArrayList<>();
        for (JsonNode slot : array(json, "slots")) {
            slots.add(new ProofClaim.Slot(
                    Hash32.fromHex(text(slot, "key")), number(slot, "value"), list(array(slot, "proof"))));
        }
        return new ProofClaim(
                Address.fromHex(text(json, "account")),
                new Wei(number(json, "balance")),
                new Nonce(number(json, "nonce").longValueExact()),
                Hash32.fromHex(text(json, "codeHash")),
                Hash32.fromHex(text(json, "storageRoot")),
                list(array(json, "accountProof")),
                slots);
    }

    static ArrayNode toJson(List<Bytes> nodes) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(node -> json.add(node.toHex()));
        return json;
    }

    static List<Bytes> list(JsonNode array) {
        List<Bytes> nodes = new ArrayList<>();
        for (JsonNode node : array) {
            nodes.add(Bytes.fromHex(node.asString("")));
        }
        return nodes;
    }

    static JsonNode array(JsonNode json, String member) {
        if (!json.path(member).isArray()) {
            throw new IllegalArgumentException(member + " is no list");
        }
        return json.path(member);
    }

    static String text(JsonNode json, String member) {
        if (!json.path(member).isString()) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return json.path(member).asString();
    }

    static BigInteger number(JsonNode json, String member) {
        String digits = text(json, member);
        if (!digits.matches("0|[1-9][0-9]{0,77}")) {
            throw new IllegalArgumentException(member + " is no number");
        }
        return new BigInteger(digits);
    }
}
