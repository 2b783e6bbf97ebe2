package org.lifeboat.rpc.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A JSON value and where it stands, read strictly by the base types of the execution API
/// (schemas/base-types.yaml): a quantity is `0x` and hexadecimal digits without leading zeros; data is `0x`
/// and two digits a byte.
/// @param name as it is said in an error; put together only there, because an answer holds thousands of values
record Value(JsonNode node, Supplier<String> name) {
    private static final int LONGEST_WORD_DIGITS = 64;

    Value(JsonNode node, String name) {
        this(node, () -> name);
    }

    boolean isNull() {
        return node.isNull();
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    Value member(String member) {
        if (!node.isObject()) {
            throw wrong("is no object");
        }
        JsonNode found = node.get(member);
        return new Value(found == null ? MissingNode.getInstance() : found, () -> name.get() + "." + member);
    }

    /// What `read` makes of this value, or empty where it is null or missing.
    <T> Optional<T> optional(Function<Value, T> read) {
        return isAbsent() ? Optional.empty() : Optional.of(read.apply(this));
    }

    <T> List<T> list(Function<Value, T> read) {
        if (!node.isArray()) {
            throw wrong("is no list");
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> read.apply(new Value(node.get(i), () -> name.get() + "[" + i + "]")))
                .toList();
    }

    String text() {
        if (!node.isString()) {
            throw wrong(isAbsent() ? "is missing" : "is no text");
        }
        return node.stringValue();
    }

    /// At most 256 bits.
    BigInteger quantity() {
        String text = text();
        boolean shape = text.startsWith("0x") && text.length() > 2 && (text.charAt(2) != '0' || text.length() == 3);
        if (!shape) {
            throw wrong("is no quantity (0x and hexadecimal digits without leading zeros)");
        }
        if (text.length() > 2 + LONGEST_WORD_DIGITS) {
            throw wrong("is larger than 256 bits");
        }
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                throw wrong("has a character that is no hexadecimal digit");
            }
        }
        return new BigInteger(text.substring(2), 16);
    }

    /// Below 2^63.
    long number() {
        BigInteger quantity = quantity();
        if (quantity.bitLength() > 63) {
            throw wrong("is too large");
        }
        return quantity.longValue();
    }

    Wei wei() {
        return new Wei(quantity());
    }

    Gas gas() {
        return new Gas(number());
    }

    Nonce nonce() {
        return new Nonce(number());
    }

    Bytes bytes() {
        try {
            return Bytes.fromHex(text());
        } catch (IllegalArgumentException e) {
            throw wrong("is no data (0x and two hexadecimal digits a byte)");
        }
    }

    Hash32 word() {
        Bytes bytes = bytes();
        if (bytes.size() != Hash32.SIZE) {
            throw wrong("has " + bytes.size() + " bytes, not 32");
        }
        return Hash32.of(bytes.toArray());
    }

    Address address() {
        Bytes bytes = bytes();
        if (bytes.size() != Address.SIZE) {
            throw wrong("has " + bytes.size() + " bytes, not 20");
        }
        return Address.of(bytes.toArray());
    }

    WrongAnswer wrong(String what) {
        return WrongAnswer.malformed("the answer is not of the promised form: " + name.get() + " " + what);
    }
}
