package org.lifeboat.sandbox.rpc;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks without HTTP between.
record Conversation(JsonRpc rpc) {
    /// The answer to what may be no question at all.
    JsonNode raw(String request) {
        return rpc.answer(request.getBytes(StandardCharsets.UTF_8))
                .map(JsonMapper.shared()::readTree)
                .orElseGet(Shown::nothing);
    }

    JsonNode ask(String method, String parameters) {
        return raw("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}".formatted(method, parameters));
    }

    JsonNode result(String method, String parameters) {
        JsonNode answer = ask(method, parameters);
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer.path("result");
    }
}
