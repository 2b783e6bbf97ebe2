package org.lifeboat.engine.dispute;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form in which a plan is kept, `op-dispute/1`: bytes as `0x` hex, numbers as decimal texts.
final class DisputeJson {
    static final String KIND = "op-dispute/1";

    private DisputeJson() {}

    static Bytes write(DisputeState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("game", state.game().toHex());
        json.put("root", state.root().toHex());
        json.put("l1Head", state.l1Head().toHex());
        json.put("stance", state.stance().name());
        json.put("start", Long.toString(state.start()));
        json.put("claimed", Long.toString(state.claimed()));
        state.last()
                .ifPresentOrElse(
                        block -> {
                            ObjectNode last = json.putObject("last");
                            last.put("number", Long.toString(block.number()));
                            last.put("hash", block.hash().toHex());
                            last.put("time", Long.toString(block.unixSeconds()));
                        },
                        () -> json.putNull("last"));
        return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are damaged
    static Optional<DisputeState> read(Bytes content) {
        try {
            JsonNode json = JsonMapper.shared().readTree(content.toArray());
            JsonNode last = json.path("last");
            return Optional.of(new DisputeState(
                    Address.fromHex(text(json, "game")),
                    Hash32.fromHex(text(json, "root")),
                    Hash32.fromHex(text(json, "l1Head")),
                    DisputeState.Stance.valueOf(text(json, "stance")),
                    number(json, "start"),
                    number(json, "claimed"),
                    last.isNull()
                            ? Optional.empty()
                            : Optional.of(new BlockRef(
                                    number(last, "number"),
                                    Hash32.fromHex(text(last, "hash")),
                                    number(last, "time")))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(JsonNode json, String name) {
        return Long.parseLong(text(json, name));
    }

    private static String text(JsonNode json, String name) {
        JsonNode member = json.path(name);
        if (!member.isString()) {
            throw new IllegalArgumentException("no text " + name);
        }
        return member.asString();
    }
}
