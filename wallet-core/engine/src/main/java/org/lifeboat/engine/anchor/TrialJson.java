package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.verified.Ground;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What trying a transaction out stood on, as JSON; in the manner of [ProofJson].
final class TrialJson {
    private TrialJson() {}

    static Bytes write(TrialProof proof) {
        return Bytes.of(toJson(proof, false).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param codes those that are kept apart, by their hash
    /// @return empty where the bytes are of another version, or damaged, or a code is missing
    static Optional<TrialProof> read(Bytes content, Function<Hash32, Optional<Bytes>> codes) {
        try {
            return Optional.of(trial(JsonMapper.shared().readTree(content.toArray()), codes));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @param whole codes stand in it themselves; else their hashes
    static ObjectNode toJson(TrialProof proof, boolean whole) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("case", "trial");
        json.put("signed", proof.signed().toHex());
        json.put("header", proof.ground().header().toHex());
        ProofJson.put(json, proof.ground().witness(), whole);
        return json;
    }

    static TrialProof trial(JsonNode json, Function<Hash32, Optional<Bytes>> codes) {
        return new TrialProof(
                Bytes.fromHex(ProofJson.text(json, "signed")),
                new Ground(Bytes.fromHex(ProofJson.text(json, "header")), ProofJson.witness(json, codes)));
    }
}
