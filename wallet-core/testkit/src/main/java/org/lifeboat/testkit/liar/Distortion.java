package org.lifeboat.testkit.liar;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Changes one answer by one [Lie] about its content.
final class Distortion {
    private static final Set<String> NUMBER_METHODS =
            Set.of("eth_getBalance", "eth_getTransactionCount", "eth_gasPrice", "eth_estimateGas", "eth_blockNumber");

    // Selectors of ERC-20's optional functions and of balanceOf(address), EIP-20.
    private static final String DECIMALS = "0x313ce567";
    private static final String SYMBOL = "0x95d89b41";
    private static final String BALANCE_OF = "0x70a08231";

    private Distortion() {}

    /// Changes `answer` in place where the lie concerns its method.
    static void apply(Lie lie, JsonNode call, ObjectNode answer) {
        String method = call.path("method").asString();
        JsonNode result = answer.path("result");
        switch (lie.kind()) {
            case CHAIN -> {
                if (method.equals("eth_chainId")) {
                    flip(answer, "result");
                }
            }
            case STATE -> state(lie, method, result, answer);
            case HEADER -> header(lie, method, result);
            case ASIDE -> aside(lie, call, result);
            case RECEIPT -> {
                if (method.equals("eth_getTransactionReceipt")) {
                    flip(result, lie.member());
                }
            }
            case BLOCK -> block(lie, call, result);
            case PAYMENT -> payment(lie, call, answer);
            case TOKEN -> token(lie, call, answer);
            case MATCHING -> matching(lie, method, result);
            case FORM -> form(lie, method, answer);
            case TRUTH, TRANSPORT -> {}
        }
    }

    private static void state(Lie lie, String method, JsonNode result, ObjectNode answer) {
        boolean proof = method.equals("eth_getProof");
        switch (lie) {
            case BALANCE -> flipIn(proof, result, "balance", method.equals("eth_getBalance"), answer);
            case NONCE -> flipIn(proof, result, "nonce", method.equals("eth_getTransactionCount"), answer);
            case CODE -> flipIn(false, result, "", method.equals("eth_getCode"), answer);
            case CODE_HASH -> flipIn(proof, result, "codeHash", false, answer);
            case STORAGE_HASH -> flipIn(proof, result, "storageHash", false, answer);
            case STORAGE_VALUE -> {
                result.path("storageProof").forEach(slot -> flip(slot, "value"));
                flipIn(false, result, "", method.equals("eth_getStorageAt"), answer);
            }
            case ACCOUNT_PROOF_NODE_0 -> flipNode(result.path("accountProof"), 0);
            case ACCOUNT_PROOF_NODE_1 -> flipNode(result.path("accountProof"), 1);
            case ACCOUNT_PROOF_NODE_2 -> flipNode(result.path("accountProof"), 2);
            case ACCOUNT_PROOF_LAST_NODE_MISSING -> dropLast(result.path("accountProof"));
            case STORAGE_PROOF_NODE_0 -> result.path("storageProof").forEach(slot -> flipNode(slot.path("proof"), 0));
            case STORAGE_PROOF_NODE_1 -> result.path("storageProof").forEach(slot -> flipNode(slot.path("proof"), 1));
            case STORAGE_PROOF_LAST_NODE_MISSING ->
                result.path("storageProof").forEach(slot -> dropLast(slot.path("proof")));
            default -> throw new IllegalArgumentException("no lie about state: " + lie);
        }
    }

    private static void header(Lie lie, String method, JsonNode result) {
        if (!method.startsWith("eth_getBlockBy") || !(result instanceof ObjectNode block)) {
            return;
        }
        if (lie == Lie.HEADER_UNKNOWN_FIELD) {
            block.put(lie.member(), "0x" + "11".repeat(32));
        } else {
            flip(block, lie.member());
        }
    }

    private static void block(Lie lie, JsonNode call, JsonNode result) {
        String method = call.path("method").asString();
        if (lie == Lie.BLOCK_RECEIPTS && method.equals("eth_getBlockReceipts")) {
            result.forEach(receipt -> flip(receipt, "status"));
        }
        boolean whole = call.path("params").path(1).asBoolean(false);
        if (lie == Lie.BLOCK_TRANSACTION_LEFT_OUT && method.startsWith("eth_getBlockBy") && whole) {
            dropLast(result.path("transactions"));
        }
    }

    private static void payment(Lie lie, JsonNode call, ObjectNode answer) {
        String method = call.path("method").asString();
        switch (lie) {
            case PENDING_NONCE -> {
                boolean pending = call.path("params").path(1).asString("").equals("pending");
                if (method.equals("eth_getTransactionCount") && pending) {
                    long count = Long.decode(answer.path("result").asString());
                    answer.put("result", "0x" + Long.toHexString(count + 5));
                }
            }
            case FEE_HISTORY_LOW -> history(method, answer, "0x1");
            case FEE_HISTORY_ABSURD -> history(method, answer, "0x" + "f".repeat(64));
            case GAS_ESTIMATE_LOW -> estimate(method, answer, "0x1388");
            case GAS_ESTIMATE_HIGH -> estimate(method, answer, "0xe4e1c0");
            case GAS_ESTIMATE_ABSURD -> estimate(method, answer, "0x7fffffffffffffff");
            case SENT_HASH -> {
                if (method.equals("eth_sendRawTransaction")) {
                    answer.remove("error");
                    answer.put("result", "0x" + "ab".repeat(32));
                }
            }
            default -> throw new IllegalArgumentException("no lie about payments: " + lie);
        }
    }

    private static void history(String method, ObjectNode answer, String fee) {
        if (method.equals("eth_feeHistory") && answer.path("result").path("baseFeePerGas") instanceof ArrayNode fees) {
            for (int i = 0; i < fees.size(); i++) {
                fees.set(i, StringNode.valueOf(fee));
            }
        }
    }

    private static void estimate(String method, ObjectNode answer, String gas) {
        if (method.equals("eth_estimateGas")) {
            answer.put("result", gas);
        }
    }

    private static void aside(Lie lie, JsonNode call, JsonNode result) {
        String method = call.path("method").asString();
        if (lie == Lie.ACCESS_LIST && method.equals("eth_createAccessList")) {
            result.path("accessList").forEach(entry -> {
                flip(entry, "address");
                if (entry.path("storageKeys") instanceof ArrayNode slots) {
                    slots.add("0x" + "ab".repeat(32));
                }
            });
        }
        boolean byNumber = call.path("params").path(0).asString("").startsWith("0x");
        if (lie == Lie.ANCESTOR && method.equals("eth_getBlockByNumber") && byNumber) {
            flip(result, lie.member());
        }
    }

    private static void token(Lie lie, JsonNode call, ObjectNode answer) {
        JsonNode request = call.path("params").path(0);
        String data = request.path("data").asString(request.path("input").asString(""));
        String selector = switch (lie) {
            case TOKEN_DECIMALS -> DECIMALS;
            case TOKEN_SYMBOL -> SYMBOL;
            case TOKEN_BALANCE -> BALANCE_OF;
            default -> throw new IllegalArgumentException("no lie about tokens: " + lie);
        };
        if (call.path("method").asString().equals("eth_call") && data.startsWith(selector)) {
            String told = answer.path("result").asString("0x");
            // A dynamic string ends in zero padding: its first letter stands 64 bytes in.
            int place = lie == Lie.TOKEN_SYMBOL && told.length() > 2 + 3 * 64 - 1 ? 2 + 2 * 64 + 1 : told.length() - 1;
            answer.put("result", flipDigit(told, place));
        }
    }

    private static void matching(Lie lie, String method, JsonNode result) {
        if (lie == Lie.OTHER_ACCOUNT && method.equals("eth_getProof")) {
            flip(result, "address");
        }
        if (lie == Lie.OTHER_TRANSACTION) {
            flip(result, method.equals("eth_getTransactionReceipt") ? "transactionHash" : "");
            flip(result, method.equals("eth_getTransactionByHash") ? "hash" : "");
        }
    }

    private static void form(Lie lie, String method, ObjectNode answer) {
        switch (lie) {
            case NULL_RESULT -> answer.putNull("result");
            case RESULT_AND_ERROR ->
                answer.putObject("error").put("code", -32_000).put("message", "and yet it moves");
            case NEITHER_RESULT_NOR_ERROR -> answer.remove("result");
            case NEGATIVE_NUMBER -> number(method, answer, "-0x1");
            case LEADING_ZEROS -> number(method, answer, "0x01");
            case HUGE_NUMBER -> number(method, answer, "0x" + "f".repeat(100_000));
            case NO_HEX -> number(method, answer, "0xtwelve");
            default -> {} // The others change the whole body, not one answer.
        }
    }

    private static void number(String method, ObjectNode answer, String number) {
        if (NUMBER_METHODS.contains(method)) {
            answer.put("result", number);
        } else if (method.equals("eth_getProof")) {
            ((ObjectNode) answer.path("result")).put("balance", number);
        }
    }

    private static void flipIn(boolean inMember, JsonNode result, String member, boolean whole, ObjectNode answer) {
        if (inMember) {
            flip(result, member);
        }
        if (whole) {
            flip(answer, "result");
        }
    }

    private static void flip(JsonNode object, String member) {
        if (object instanceof ObjectNode changeable && changeable.path(member).isString()) {
            String text = changeable.get(member).stringValue();
            changeable.put(member, text.equals("0x") ? "0x01" : flipDigit(text, text.length() - 1));
        }
    }

    private static void flipNode(JsonNode nodes, int index) {
        if (nodes instanceof ArrayNode list && !list.isEmpty()) {
            int place = Math.min(index, list.size() - 1);
            String node = list.get(place).stringValue();
            list.set(place, StringNode.valueOf(flipDigit(node, node.length() - 1)));
        }
    }

    private static void dropLast(JsonNode nodes) {
        if (nodes instanceof ArrayNode list && !list.isEmpty()) {
            list.remove(list.size() - 1);
        }
    }

    /// Changes the lowest bit of one hexadecimal digit. "0x0" and "0x1" become each other, so a quantity
    /// stays one.
    private static String flipDigit(String hex, int place) {
        int digit = Character.digit(hex.charAt(place), 16) ^ 1;
        return hex.substring(0, place) + Character.forDigit(digit, 16) + hex.substring(place + 1);
    }

    /// Changes which answers a batch holds and which ids they carry.
    static void batch(Lie lie, List<ObjectNode> answers) {
        ObjectNode last = answers.getLast();
        switch (lie) {
            case ID_WRONG -> last.put("id", last.path("id").asLong() + 1_000_000);
            case ID_MISSING -> last.remove("id");
            case ID_DOUBLED ->
                last.set("id", answers.size() > 1 ? answers.getFirst().get("id") : Calls.JSON.valueToTree("other"));
            case ANSWER_LEFT_OUT -> answers.removeLast();
            case ANSWER_TOO_MANY -> {
                ObjectNode more = last.deepCopy();
                more.put("id", last.path("id").asLong() + 1_000_000);
                answers.add(more);
            }
            default -> {} // Only lies about matching belong here.
        }
    }
}
