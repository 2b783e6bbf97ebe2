package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import tools.jackson.databind.JsonNode;

/// Members of a JSON-RPC object that are needed, each of the one form that the execution API writes.
/// All throw [IllegalArgumentException] where a member is missing or of another form.
final class JsonMembers {
    private JsonMembers() {}

    static boolean has(JsonNode json, String member) {
        return json.path(member).isString();
    }

    static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException("no " + member);
        }
        return value.asString();
    }

    static Bytes bytes(JsonNode json, String member) {
        return Bytes.fromHex(text(json, member));
    }

    /// A quantity below 2^60.
    static long number(JsonNode json, String member) {
        String text = text(json, member);
        if (!text.matches("0x[0-9a-fA-F]{1,15}")) {
            throw new IllegalArgumentException("no number: " + member);
        }
        return Long.parseLong(text, 2, text.length(), 16);
    }

    /// A quantity below 2^256.
    static BigInteger large(JsonNode json, String member) {
        String text = text(json, member);
        if (!text.matches("0x[0-9a-fA-F]{1,64}")) {
            throw new IllegalArgumentException("no number: " + member);
        }
        return new BigInteger(text.substring(2), 16);
    }

    static Optional<BigInteger> largeIfThere(JsonNode json, String member) {
        return has(json, member) ? Optional.of(large(json, member)) : Optional.empty();
    }
}
