package org.lifeboat.testkit.liar;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers one call as an endpoint with the limits of a [Personality] would.
final class PoorNode {
    private static final int BEHIND = 3;
    private static final int METHOD_NOT_FOUND = -32_601;
    private static final int SERVER_ERROR = -32_000;
    private static final int INVALID_PARAMETERS = -32_602;

    private final Upstream upstream;
    private final Personality personality;

    /// Whether this request meets the back end that is behind.
    private final boolean behind;

    PoorNode(Upstream upstream, Personality personality, boolean behind) {
        this.upstream = upstream;
        this.personality = personality;
        this.behind = behind;
    }

    ObjectNode answer(JsonNode call) {
        String method = call.path("method").asString();
        return switch (personality) {
            case NO_PROOFS -> method.equals("eth_getProof") ? unknown(call) : upstream.ask(call);
            case NO_FEE_HISTORY -> method.equals("eth_feeHistory") ? unknown(call) : upstream.ask(call);
            case PROOF_WINDOW_0 -> proofWithin(call, method, 1);
            case PROOF_WINDOW_128 -> proofWithin(call, method, 128);
            case PROOF_WINDOW_1000 -> proofWithin(call, method, 1_000);
            case PROOF_BY_TAG_ONLY -> proofByTag(call, method);
            case LOG_RANGE_1000 -> logsWithin(call, method, 1_000);
            case NO_BLOCK_BY_HASH ->
                hasBlockByHash(call)
                        ? Calls.error(call, INVALID_PARAMETERS, "invalid argument: hex string expected")
                        : upstream.ask(call);
            case TWO_BACK_ENDS -> behind ? fromBehind(call, method) : upstream.ask(call);
            case GENEROUS, BATCH_OF_10, NO_BATCHES, BODY_OF_40K, RATE_LIMITED -> upstream.ask(call);
        };
    }

    private static ObjectNode unknown(JsonNode call) {
        return Calls.error(
                call, METHOD_NOT_FOUND, "the method " + call.path("method").asString() + " does not exist");
    }

    private ObjectNode proofWithin(JsonNode call, String method, long blocks) {
        if (!method.equals("eth_getProof")) {
            return upstream.ask(call);
        }
        long head = upstream.head();
        long height = upstream.height(call.path("params").path(2), head);
        return height >= 0 && height > head - blocks
                ? upstream.ask(call)
                : Calls.error(call, SERVER_ERROR, "distance to target block exceeds maximum proof window");
    }

    private ObjectNode proofByTag(JsonNode call, String method) {
        boolean latest = call.path("params").path(2).asString("").equals("latest");
        return !method.equals("eth_getProof") || latest
                ? upstream.ask(call)
                : Calls.error(call, SERVER_ERROR, "proofs are only available for the latest block");
    }

    private ObjectNode logsWithin(JsonNode call, String method, long blocks) {
        if (!method.equals("eth_getLogs")) {
            return upstream.ask(call);
        }
        JsonNode filter = call.path("params").path(0);
        long head = upstream.head();
        long from = upstream.height(filter.path("fromBlock"), head);
        long to = upstream.height(filter.path("toBlock"), head);
        return to - from < blocks
                ? upstream.ask(call)
                : Calls.error(call, -32_005, "query exceeds max block range " + blocks);
    }

    private static boolean hasBlockByHash(JsonNode call) {
        return call.path("params").values().stream()
                .anyMatch(parameter -> parameter.isObject() && parameter.has("blockHash"));
    }

    /// The same chain as it stood three blocks ago.
    private ObjectNode fromBehind(JsonNode call, String method) {
        long head = Math.max(0, upstream.head() - BEHIND);
        if (method.equals("eth_blockNumber")) {
            return Calls.answer(call).put("result", "0x" + Long.toHexString(head));
        }
        ObjectNode older = call.deepCopy().asObject();
        ArrayNode parameters = older.withArray("params");
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = parameters.get(i);
            if (parameter.isString() && parameter.stringValue().equals("latest")) {
                parameters.set(i, "0x" + Long.toHexString(head));
            } else if (parameter.isObject() && upstream.height(parameter, head) > head) {
                return Calls.error(call, SERVER_ERROR, "header not found");
            }
        }
        ObjectNode answer = upstream.ask(older);
        return newerThan(head, answer) ? nothing(call) : answer;
    }

    private static ObjectNode nothing(JsonNode call) {
        ObjectNode answer = Calls.answer(call);
        answer.putNull("result");
        return answer;
    }

    /// Whether a block, receipt or transaction stands in a block that this back end has not seen.
    private static boolean newerThan(long head, ObjectNode answer) {
        JsonNode result = answer.path("result");
        JsonNode height = result.has("blockNumber") ? result.path("blockNumber") : result.path("number");
        return height.isString() && Long.decode(height.stringValue()) > head;
    }
}
