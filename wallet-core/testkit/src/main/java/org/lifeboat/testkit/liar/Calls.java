package org.lifeboat.testkit.liar;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON-RPC calls of one HTTP request.
/// @param batch whether they came as a list
record Calls(List<JsonNode> calls, boolean batch) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Calls read(byte[] body) {
        JsonNode node = JSON.readTree(body);
        return node.isArray() ? new Calls(new ArrayList<>(node.values()), true) : new Calls(List.of(node), false);
    }

    List<String> methods() {
        return calls.stream().map(call -> call.path("method").asString()).toList();
    }

    static ObjectNode answer(JsonNode call) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("jsonrpc", "2.0");
        answer.set("id", call.has("id") ? call.get("id") : NullNode.getInstance());
        return answer;
    }

    static ObjectNode error(JsonNode call, int code, String message) {
        ObjectNode answer = answer(call);
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }
}
