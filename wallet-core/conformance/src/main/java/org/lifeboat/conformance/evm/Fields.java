package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;

/// Numbers and bytes as test files write them: hexadecimal, often with zeros in front.
final class Fields {
    private Fields() {}

    static BigInteger number(JsonNode node) {
        String text = node.asString();
        return text.length() <= 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), 16);
    }

    /// The named number, or zero where the file has none.
    static BigInteger number(JsonNode parent, String name) {
        return parent.has(name) ? number(parent.get(name)) : BigInteger.ZERO;
    }

    /// The number's low 64 bits; unsigned.
    static long unsigned(JsonNode parent, String name) {
        return number(parent, name).longValue();
    }

    static Hash32 word(String text) {
        return Hash32.ofNumber(text.length() <= 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), 16));
    }
}
