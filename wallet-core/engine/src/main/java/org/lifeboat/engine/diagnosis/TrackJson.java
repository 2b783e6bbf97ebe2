package org.lifeboat.engine.diagnosis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form in which a [ChainTrack] is kept. What was read of the bridge is not: it is read anew after each start.
final class TrackJson {
    private TrackJson() {}

    static String write(ChainTrack track) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("begun", track.begun().toString());
        track.l1().ifPresent(block -> json.set("l1", block(block)));
        track.batches().ifPresent(rhythm -> json.set("batches", rhythm(rhythm)));
        track.derived().ifPresent(rhythm -> json.set("derived", rhythm(rhythm)));
        track.safe().ifPresent(block -> json.set("safe", block(block)));
        track.heard().ifPresent(told -> json.set("heard", told(told)));
        ArrayNode open = json.putArray("told");
        track.told().forEach(told -> open.add(told(told)));
        ArrayNode others = json.putArray("replaced");
        for (ChainTrack.Replaced one : track.replaced()) {
            ObjectNode item = others.addObject();
            item.set("told", told(one.told()));
            item.put("now", one.now().toHex());
            item.put("by", one.by());
            item.put("at", one.at().toString());
        }
        return json.toString();
    }

    /// @return empty where it is damaged, or of another version
    static Optional<ChainTrack> read(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            return Optional.of(new ChainTrack(
                    time(json, "begun"),
                    some(json, "l1", TrackJson::block),
                    Assurance.CLAIMED,
                    some(json, "batches", TrackJson::rhythm),
                    some(json, "derived", TrackJson::rhythm),
                    some(json, "safe", TrackJson::block),
                    some(json, "heard", TrackJson::told),
                    all(json, "told", TrackJson::told),
                    all(
                            json,
                            "replaced",
                            one -> new ChainTrack.Replaced(
                                    told(one.path("told")),
                                    Hash32.fromHex(one.path("now").asString("")),
                                    one.path("by").asString(""),
                                    time(one, "at"))),
                    Optional.empty()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static ObjectNode block(BlockRef block) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", block.number());
        json.put("hash", block.hash().toHex());
        json.put("time", block.unixSeconds());
        return json;
    }

    private static BlockRef block(JsonNode json) {
        return new BlockRef(
                number(json, "number"), Hash32.fromHex(json.path("hash").asString("")), number(json, "time"));
    }

    private static ObjectNode rhythm(Rhythm rhythm) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("value", rhythm.value());
        json.put("since", rhythm.since());
        json.put("sinceSeconds", rhythm.sinceSeconds());
        json.put("moves", rhythm.moves());
        ArrayNode gaps = json.putArray("gaps");
        rhythm.gaps().forEach(gaps::add);
        return json;
    }

    private static Rhythm rhythm(JsonNode json) {
        return new Rhythm(
                number(json, "value"),
                number(json, "since"),
                number(json, "sinceSeconds"),
                json.path("moves").asBoolean(false),
                all(json, "gaps", gap -> gap.asLong(0)));
    }

    private static ObjectNode told(ChainTrack.Told told) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", told.source());
        json.set("block", block(told.block()));
        json.put("at", told.at().toString());
        return json;
    }

    private static ChainTrack.Told told(JsonNode json) {
        return new ChainTrack.Told(json.path("source").asString(""), block(json.path("block")), time(json, "at"));
    }

    private static <T> Optional<T> some(JsonNode json, String name, Function<JsonNode, T> read) {
        return json.has(name) ? Optional.of(read.apply(json.path(name))) : Optional.empty();
    }

    private static <T> List<T> all(JsonNode json, String name, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        json.path(name).forEach(item -> all.add(read.apply(item)));
        return all;
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.path(name).asString(""));
    }

    private static long number(JsonNode json, String name) {
        if (!json.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("no number " + name);
        }
        return json.path(name).longValue();
    }
}
