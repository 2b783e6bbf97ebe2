package org.lifeboat.rpc.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.rpc.transport.SourceFault;
import tools.jackson.databind.JsonNode;

/// Reads JSON-RPC 2.0 response objects and matches them with what was asked, by id.
public final class Envelope {
    private Envelope() {}

    /// What came back for a batch.
    public sealed interface Batch {
        /// One answer an id, in the order asked.
        record Answered(List<NodeResponse> responses) implements Batch {}

        /// One error for the whole batch instead of answers.
        record RefusedWhole(Refusal refusal) implements Batch {}
    }

    /// @param id the id that was asked
    public static NodeResponse readOne(byte[] body, long id) throws SourceFault {
        JsonNode answer = Json.read(body);
        return inForm(() -> {
            boolean errorWithoutId = answer.isObject()
                    && answer.has("error")
                    && answer.path("id").isNull();
            if (errorWithoutId) { // JSON-RPC 2.0, section 5: the server could not read the id.
                return response(id, answer);
            }
            if (idOf(answer) != id) {
                throw WrongAnswer.mismatched("the answer carries another id than the question");
            }
            return response(id, answer);
        });
    }

    /// @param ids the ids that were asked, all different
    public static Batch readBatch(byte[] body, List<Long> ids) throws SourceFault {
        JsonNode answer = Json.read(body);
        return inForm(() -> {
            if (answer.isObject() && answer.has("error")) {
                return new Batch.RefusedWhole(Refusal.read(new Value(answer.get("error"), "the error")));
            }
            if (!answer.isArray()) {
                throw WrongAnswer.malformed("the answer to a batch is no list");
            }
            return new Batch.Answered(inOrder(answer, ids));
        });
    }

    private static List<NodeResponse> inOrder(JsonNode answers, List<Long> ids) {
        Map<Long, JsonNode> byId = new HashMap<>();
        for (JsonNode answer : answers) {
            if (byId.put(idOf(answer), answer) != null) {
                throw WrongAnswer.mismatched("two answers carry the same id");
            }
        }
        List<NodeResponse> responses = new ArrayList<>(ids.size());
        for (Long id : ids) {
            JsonNode answer = byId.remove(id);
            if (answer == null) {
                throw WrongAnswer.mismatched("a question of the batch got no answer");
            }
            responses.add(response(id, answer));
        }
        if (!byId.isEmpty()) {
            throw WrongAnswer.mismatched("the batch holds an answer to no question");
        }
        return responses;
    }

    private static long idOf(JsonNode answer) {
        if (!answer.isObject()) {
            throw WrongAnswer.malformed("an answer is no JSON-RPC response object");
        }
        JsonNode id = answer.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw WrongAnswer.mismatched("an answer carries no id, or one of another kind than was asked");
        }
        return id.longValue();
    }

    private static NodeResponse response(long id, JsonNode answer) {
        Optional<JsonNode> error = Optional.ofNullable(answer.get("error")).filter(node -> !node.isNull());
        JsonNode result = answer.get("result");
        if (error.isPresent()) {
            if (result != null && !result.isNull()) {
                throw WrongAnswer.malformed("an answer holds both a result and an error");
            }
            return NodeResponse.refused(id, Refusal.read(new Value(error.get(), "the error")));
        }
        if (result == null) {
            throw WrongAnswer.malformed("an answer holds neither a result nor an error");
        }
        return NodeResponse.result(id, result);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T inForm(Reading<T> reading) throws SourceFault {
        try {
            return reading.read();
        } catch (WrongAnswer e) {
            throw new SourceFault(e.failure(), e.detail());
        }
    }
}
