package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconHistory;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What tied one block to a verified header.
/// @param message the light client message that showed that header, as final or as signed
record Anchor(StoredMessage message, HashPath path) {
    Bytes write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("message", toJson(message));
        json.set("path", toJson(path));
        return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are of another version, or damaged
    static Optional<Anchor> read(Bytes content) {
        try {
            JsonNode json = JsonMapper.shared().readTree(content.toArray());
            return Optional.of(new Anchor(message(json.path("message")), path(json.path("path"))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ObjectNode toJson(StoredMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", message.kind().name());
        json.put("period", Long.toString(message.period()));
        json.put("fork", message.fork());
        json.put("ssz", message.ssz().toHex());
        return json;
    }

    static StoredMessage message(JsonNode json) {
        return new StoredMessage(
                StoredMessage.Kind.valueOf(ProofJson.text(json, "kind")),
                ProofJson.number(json, "period").longValueExact(),
                ProofJson.text(json, "fork"),
                Bytes.fromHex(ProofJson.text(json, "ssz")));
    }

    static ObjectNode toJson(HashPath path) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (path) {
            case HashPath.Headers(var headers) -> {
                json.put("case", "headers");
                json.set("headers", ProofJson.toJson(headers));
            }
            case HashPath.History(var accountProof, var slotProof) -> {
                json.put("case", "history");
                json.set("accountProof", ProofJson.toJson(accountProof));
                json.set("slotProof", ProofJson.toJson(slotProof));
            }
            case HashPath.Beacon(BeaconHeader verified, BeaconHistory.OlderBlock older) -> {
                json.put("case", "beacon");
                json.set("verified", BeaconPathJson.toJson(verified));
                json.set("older", BeaconPathJson.toJson(older));
            }
        }
        return json;
    }

    static HashPath path(JsonNode json) {
        return switch (ProofJson.text(json, "case")) {
            case "headers" -> new HashPath.Headers(ProofJson.list(ProofJson.array(json, "headers")));
            case "history" ->
                new HashPath.History(
                        ProofJson.list(ProofJson.array(json, "accountProof")),
                        ProofJson.list(ProofJson.array(json, "slotProof")));
            case "beacon" ->
                new HashPath.Beacon(
                        BeaconPathJson.header(json.path("verified")), BeaconPathJson.older(json.path("older")));
            default -> throw new IllegalArgumentException("a path of an unknown case");
        };
    }

    /// Whether a message shows the beacon block `root` as final.
    static boolean shows(StoredMessage message, BeaconNetwork network, Hash32 root) {
        try {
            return finalOf(message, network)
                    .filter(header -> header.beacon().root().equals(root))
                    .isPresent();
        } catch (SszException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether a message shows the beacon block `root` as signed by its committee.
    static boolean attests(StoredMessage message, BeaconNetwork network, Hash32 root) {
        try {
            Fork fork = Fork.valueOf(message.fork());
            Optional<Update> update = switch (message.kind()) {
                case UPDATE -> Optional.of(Update.read(message.ssz(), fork, network.preset()));
                case FINALITY -> Optional.of(Update.readFinality(message.ssz(), fork, network.preset()));
                case OPTIMISTIC -> Optional.of(Update.readOptimistic(message.ssz(), fork, network.preset()));
                case BOOTSTRAP, CONFLICT -> Optional.empty();
            };
            return update.filter(shown -> shown.attested().beacon().root().equals(root))
                    .isPresent();
        } catch (SszException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<LightClientHeader> finalOf(StoredMessage message, BeaconNetwork network)
            throws SszException {
        Fork fork = Fork.valueOf(message.fork());
        return switch (message.kind()) {
            case BOOTSTRAP ->
                Optional.of(
                        Bootstrap.read(message.ssz(), fork, network.preset()).header());
            case UPDATE ->
                Update.read(message.ssz(), fork, network.preset()).finality().flatMap(Update.Finality::header);
            case FINALITY ->
                Update.readFinality(message.ssz(), fork, network.preset())
                        .finality()
                        .flatMap(Update.Finality::header);
            case OPTIMISTIC, CONFLICT -> Optional.empty();
        };
    }
}
