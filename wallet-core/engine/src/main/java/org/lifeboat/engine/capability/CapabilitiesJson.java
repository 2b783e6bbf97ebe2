package org.lifeboat.engine.capability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.engine.capability.Capabilities.Ability;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of [Capabilities]. Reading an unknown version or a broken text is "not measured":
/// measuring again costs little.
public final class CapabilitiesJson {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CapabilitiesJson() {}

    public static String write(Capabilities found) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", VERSION);
        object.put("proofs", text(found.proofs()));
        object.put("logs", text(found.logs()));
        found.batchSize().ifPresent(size -> object.put("batchSize", size));
        found.bodyBytes().ifPresent(size -> object.put("bodyBytes", size));
        object.put("oldState", found.oldState().name());
        object.put("blockByHash", found.blockByHash().name());
        object.put("multicall3", found.multicall3().name());
        object.put("feeHistory", found.feeHistory().name());
        object.put("accessList", found.accessList().name());
        object.put("witness", found.witness().name());
        object.put("asksForPatience", found.asksForPatience());
        return JSON.writeValueAsString(object);
    }

    /// Empty: not of this version, or not readable.
    public static Optional<Capabilities> read(String json) {
        try {
            JsonNode object = JSON.readTree(json);
            return object.path("version").asInt(0) == VERSION ? Optional.of(of(object)) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Capabilities of(JsonNode object) {
        return new Capabilities(
                reach(object.path("proofs").asString("")),
                reach(object.path("logs").asString("")),
                size(object.path("batchSize")),
                size(object.path("bodyBytes")),
                ability(object.path("oldState")),
                ability(object.path("blockByHash")),
                ability(object.path("multicall3")),
                ability(object.path("feeHistory")),
                ability(object.path("accessList")),
                ability(object.path("witness")),
                object.path("asksForPatience").asBoolean(false));
    }

    private static Ability ability(JsonNode value) {
        return Ability.valueOf(value.asString(""));
    }

    private static OptionalInt size(JsonNode value) {
        return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    private static String text(Reach reach) {
        return switch (reach) {
            case Reach.Unknown _ -> "unknown";
            case Reach.None _ -> "none";
            case Reach.AtLeast(long blocks) -> Long.toString(blocks);
            case Reach.Everything _ -> "everything";
        };
    }

    private static Reach reach(String text) {
        return switch (text) {
            case "unknown" -> new Reach.Unknown();
            case "none" -> new Reach.None();
            case "everything" -> new Reach.Everything();
            default -> new Reach.AtLeast(Long.parseLong(text));
        };
    }
}
