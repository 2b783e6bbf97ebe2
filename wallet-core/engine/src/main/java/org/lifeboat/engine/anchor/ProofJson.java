package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.verified.StateWitness;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
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
        return Bytes.of(toJson(proof, false).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param codes those that are kept apart, by their hash
    /// @return empty where the bytes are of another version, or damaged, or a code is missing
    static Optional<BalanceProof> read(Bytes content, Function<Hash32, Optional<Bytes>> codes) {
        try {
            return Optional.of(balance(JsonMapper.shared().readTree(content.toArray()), codes));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @param whole codes stand in it themselves; else their hashes
    static ObjectNode toJson(BalanceProof proof, boolean whole) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (proof.basis() instanceof BalanceProof.Basis.Call) {
            json.put("case", "call");
        }
        json.put("account", proof.account().toHex());
        proof.token().ifPresentOrElse(token -> json.put("token", token.toHex()), () -> json.putNull("token"));
        json.put("header", proof.header().toHex());
        switch (proof.basis()) {
            case BalanceProof.Basis.Slots(ProofClaim subject, Optional<ProofClaim> implementation) -> {
                json.set("subject", toJson(subject));
                implementation.ifPresentOrElse(
                        claim -> json.set("implementation", toJson(claim)), () -> json.putNull("implementation"));
            }
            case BalanceProof.Basis.Call(StateWitness witness) -> put(json, witness, whole);
        }
        return json;
    }

    static void put(ObjectNode json, StateWitness witness, boolean whole) {
        ArrayNode claims = json.putArray("claims");
        witness.claims().forEach(claim -> claims.add(toJson(claim)));
        ArrayNode codes = json.putArray(whole ? "codes" : "codeHashes");
        witness.codes()
                .forEach(code ->
                        codes.add(whole ? code.toHex() : Keccak256.hash(code).toHex()));
    }

    static BalanceProof balance(JsonNode json, Function<Hash32, Optional<Bytes>> codes) {
        return new BalanceProof(
                Address.fromHex(text(json, "account")),
                json.path("token").isNull() ? Optional.empty() : Optional.of(Address.fromHex(text(json, "token"))),
                Bytes.fromHex(text(json, "header")),
                json.has("case") ? call(json, codes) : slots(json));
    }

    private static BalanceProof.Basis slots(JsonNode json) {
        return new BalanceProof.Basis.Slots(
                claim(json.path("subject")),
                json.path("implementation").isNull()
                        ? Optional.empty()
                        : Optional.of(claim(json.path("implementation"))));
    }

    private static BalanceProof.Basis call(JsonNode json, Function<Hash32, Optional<Bytes>> codes) {
        if (!text(json, "case").equals("call")) {
            throw new IllegalArgumentException("a proof of an unknown case");
        }
        return new BalanceProof.Basis.Call(witness(json, codes));
    }

    static StateWitness witness(JsonNode json, Function<Hash32, Optional<Bytes>> codes) {
        List<ProofClaim> claims = new ArrayList<>();
        array(json, "claims").forEach(claim -> claims.add(claim(claim)));
        List<Bytes> run = json.has("codeHashes")
                ? list(array(json, "codeHashes")).stream()
                        .map(hash -> codes.apply(Hash32.of(hash.toArray()))
                                .orElseThrow(() -> new IllegalArgumentException("a code is missing")))
                        .toList()
                : list(array(json, "codes"));
        return new StateWitness(claims, run);
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
