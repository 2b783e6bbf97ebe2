package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.verified.Ground;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a name led to, as JSON; in the manner of [ProofJson].
final class NameJson {
    private NameJson() {}

    static Bytes write(NameProof proof) {
        return Bytes.of(toJson(proof, false).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param codes those that are kept apart, by their hash
    /// @return empty where the bytes are of another version, or damaged, or a code is missing
    static Optional<NameProof> read(Bytes content, Function<Hash32, Optional<Bytes>> codes) {
        try {
            return Optional.of(name(JsonMapper.shared().readTree(content.toArray()), codes));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @param whole codes stand in it themselves; else their hashes
    static ObjectNode toJson(NameProof proof, boolean whole) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("case", "name");
        json.put("subject", proof.subject());
        json.put("chainId", proof.chain().toString());
        json.put("header", proof.ground().header().toHex());
        ProofJson.put(json, proof.ground().witness(), whole);
        return json;
    }

    static NameProof name(JsonNode json, Function<Hash32, Optional<Bytes>> codes) {
        return new NameProof(
                ProofJson.text(json, "subject"),
                new ChainId(ProofJson.number(json, "chainId").longValueExact()),
                new Ground(Bytes.fromHex(ProofJson.text(json, "header")), ProofJson.witness(json, codes)));
    }
}
