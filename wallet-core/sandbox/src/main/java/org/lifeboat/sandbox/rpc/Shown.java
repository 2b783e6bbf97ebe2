package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON-RPC writes them (execution-apis, src/schemas/base-types.yaml).
final class Shown {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Shown() {}

    static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }

    static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }

    static String quantity(Wei wei) {
        return quantity(wei.value());
    }

    static String quantity(Gas gas) {
        return quantity(gas.amount());
    }

    static JsonNode text(String text) {
        return JSON.stringNode(text);
    }

    static JsonNode nothing() {
        return JSON.nullNode();
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ArrayNode list() {
        return JSON.arrayNode();
    }

    static ArrayNode bytes(List<Bytes> items) {
        ArrayNode list = list();
        items.forEach(item -> list.add(item.toHex()));
        return list;
    }
}
