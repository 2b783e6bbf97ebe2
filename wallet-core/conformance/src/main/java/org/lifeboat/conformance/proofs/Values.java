package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;

/// Values as the test files write them, which is not always as strictly as the product reads them.
final class Values {
    private Values() {}

    static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }

    /// Hex with or without `0x`.
    static Bytes bytes(String text) {
        return Bytes.fromHex(text.startsWith("0x") ? text : "0x" + text);
    }

    static Bytes bytes(JsonNode object, String member) {
        return bytes(text(object, member));
    }

    static Hash32 hash(String text) {
        return Hash32.of(bytes(text).toArray());
    }

    static Hash32 hash(JsonNode object, String member) {
        return hash(text(object, member));
    }

    static Address address(JsonNode object, String member) {
        return Address.of(bytes(object, member).toArray());
    }

    /// Empty where the member is absent, null or an empty string.
    static Optional<Address> addressIfAny(JsonNode object, String member) {
        String text = text(object, member);
        return text.isEmpty() || text.equals("0x") ? Optional.empty() : Optional.of(address(object, member));
    }

    /// A JSON number, `0x` and digits, or decimal digits; nothing at all is zero.
    static BigInteger number(JsonNode value) {
        if (value.isNumber()) {
            return value.bigIntegerValue();
        }
        String text = value.asString("");
        if (text.startsWith("0x")) {
            return text.length() == 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), 16);
        }
        return text.isEmpty() ? BigInteger.ZERO : new BigInteger(text);
    }

    static BigInteger number(JsonNode object, String member) {
        return number(object.path(member));
    }

    static long smallNumber(JsonNode object, String member) {
        return number(object, member).longValueExact();
    }

    /// Hex if it begins with `0x`, else the text's own bytes.
    static Bytes textOrHex(String text) {
        return text.startsWith("0x") ? Bytes.fromHex(text) : Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Bytes> byteList(JsonNode array) {
        List<Bytes> list = new ArrayList<>();
        array.values().forEach(value -> list.add(Bytes.fromHex(value.stringValue())));
        return list;
    }

    /// The tests of a file, whether they stand at the top or under `tests` beside their source.
    static JsonNode tests(JsonNode json) {
        return json.has("source") && json.path("tests").isObject() ? json.path("tests") : json;
    }
}
