package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How a payment ended, as JSON; in the manner of [ProofJson].
final class PaymentJson {
    private PaymentJson() {}

    static Bytes write(ReceiptProof proof) {
        return Bytes.of(toJson(proof).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are of another version, or damaged
    static Optional<ReceiptProof> read(Bytes content) {
        try {
            return Optional.of(payment(JsonMapper.shared().readTree(content.toArray())));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static ObjectNode toJson(ReceiptProof proof) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("case", "payment");
        json.put("transaction", proof.transaction().toHex());
        json.put("header", proof.header().toHex());
        json.put("place", Integer.toString(proof.place()));
        json.set("transactionNodes", ProofJson.toJson(proof.transactionNodes()));
        json.set("receiptNodes", ProofJson.toJson(proof.receiptNodes()));
        return json;
    }

    static ReceiptProof payment(JsonNode json) {
        return new ReceiptProof(
                Hash32.fromHex(ProofJson.text(json, "transaction")),
                Bytes.fromHex(ProofJson.text(json, "header")),
                ProofJson.number(json, "place").intValueExact(),
                ProofJson.list(ProofJson.array(json, "transactionNodes")),
                ProofJson.list(ProofJson.array(json, "receiptNodes")));
    }
}
