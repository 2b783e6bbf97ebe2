package org.lifeboat.rpc.wire;

import java.util.List;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.rpc.transport.SourceFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// The JSON reader and writer for everything that comes from outside: bounded in depth, refusing doubled
/// members and anything after the value.
public final class Json {
    static final JsonNode NULL = NullNode.getInstance();

    /// Deep enough for a trace of nested calls, shallow enough for any stack.
    private static final int MAXIMUM_DEPTH = 200;

    private static final int MAXIMUM_NUMBER_DIGITS = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .maxNumberLength(MAXIMUM_NUMBER_DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static List<JsonNode> list(String json) {
        JsonNode node = MAPPER.readTree(json);
        if (!node.isArray()) {
            throw new IllegalArgumentException("parameters must be a JSON array");
        }
        return List.copyOf(node.values());
    }

    /// @throws SourceFault unless the body is one JSON value
    public static JsonNode read(byte[] body) throws SourceFault {
        if (body.length == 0) {
            throw new SourceFault(Failure.MALFORMED, "the answer is empty");
        }
        if (body[0] == '<') {
            throw new SourceFault(Failure.MALFORMED, "the answer is a web page, not JSON");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            // Jackson's message quotes the body; its first line names the kind of error only in part, so it is left
            // out.
            throw new SourceFault(Failure.MALFORMED, "the answer is no JSON, or was cut off");
        }
    }
}
