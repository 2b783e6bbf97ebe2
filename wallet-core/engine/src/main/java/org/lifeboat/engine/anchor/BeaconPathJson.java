package org.lifeboat.engine.anchor;

import java.util.List;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconHistory;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A path through beacon blocks as JSON; in the manner of [ProofJson].
final class BeaconPathJson {
    private BeaconPathJson() {}

    static ObjectNode toJson(BeaconHeader header) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("slot", Long.toString(header.slot()));
        json.put("proposerIndex", Long.toString(header.proposerIndex()));
        json.put("parentRoot", header.parentRoot().toHex());
        json.put("stateRoot", header.stateRoot().toHex());
        json.put("bodyRoot", header.bodyRoot().toHex());
        return json;
    }

    static BeaconHeader header(JsonNode json) {
        return new BeaconHeader(
                ProofJson.number(json, "slot").longValueExact(),
                ProofJson.number(json, "proposerIndex").longValueExact(),
                Hash32.fromHex(ProofJson.text(json, "parentRoot")),
                Hash32.fromHex(ProofJson.text(json, "stateRoot")),
                Hash32.fromHex(ProofJson.text(json, "bodyRoot")));
    }

    static ObjectNode toJson(BeaconHistory.OlderBlock older) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("header", toJson(older.header()));
        json.set("ancestry", hashes(older.ancestry()));
        json.put("blockHash", older.blockHash().toHex());
        json.set("payload", hashes(older.payload()));
        return json;
    }

    static BeaconHistory.OlderBlock older(JsonNode json) {
        return new BeaconHistory.OlderBlock(
                header(json.path("header")),
                hashes(json, "ancestry"),
                Hash32.fromHex(ProofJson.text(json, "blockHash")),
                hashes(json, "payload"));
    }

    private static ArrayNode hashes(List<Hash32> hashes) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        hashes.forEach(hash -> json.add(hash.toHex()));
        return json;
    }

    private static List<Hash32> hashes(JsonNode json, String member) {
        return ProofJson.list(ProofJson.array(json, member)).stream()
                .map(bytes -> Hash32.of(bytes.toArray()))
                .toList();
    }
}
