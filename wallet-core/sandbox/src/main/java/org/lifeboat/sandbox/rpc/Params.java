package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;

/// The parameters of one call, read strictly. What does not fit ends the call with "invalid argument".
record Params(JsonNode list) {
    /// @return the parameter; empty if it was left out or is null
    Optional<JsonNode> at(int index) {
        JsonNode value = list.path(index);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode required(int index) {
        return at(index)
                .orElseThrow(
                        () -> RpcFault.of(RpcFault.INVALID_PARAMETERS, "missing value for required argument " + index));
    }

    <T> T required(int index, Function<JsonNode, T> read) {
        JsonNode value = required(index);
        return reading(index, value, read);
    }

    <T> Optional<T> optional(int index, Function<JsonNode, T> read) {
        return at(index).map(value -> reading(index, value, read));
    }

    private static <T> T reading(int index, JsonNode value, Function<JsonNode, T> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid argument " + index + ": " + e.getMessage());
        }
    }

    // ---- values; each throws IllegalArgumentException

    static String text(JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException("not a text");
        }
        return value.stringValue();
    }

    static Address address(JsonNode value) {
        return Address.fromHex(text(value));
    }

    static Hash32 word(JsonNode value) {
        return Hash32.fromHex(text(value));
    }

    static Bytes bytes(JsonNode value) {
        return Bytes.fromHex(text(value));
    }

    /// A slot as servers are given it: a word, or a number without leading zeros.
    static Hash32 slot(JsonNode value) {
        return text(value).length() == 2 + 2 * Hash32.SIZE ? word(value) : Hash32.ofNumber(quantity(value));
    }

    /// `0x` and at most 64 hexadecimal digits. Leading zeros are let pass, as many programs send them.
    static BigInteger quantity(JsonNode value) {
        String digits = text(value);
        if (!digits.matches("0x[0-9a-fA-F]{1,64}")) {
            throw new IllegalArgumentException("not a quantity: 0x and 1 to 64 hexadecimal digits");
        }
        return new BigInteger(digits.substring(2), 16);
    }

    /// A quantity below 2^63.
    static long number(JsonNode value) {
        BigInteger number = quantity(value);
        if (number.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("a number of 2^63 or more");
        }
        return number.longValueExact();
    }

    /// A JSON number that is whole, or a quantity: for the methods of our own and `eth_feeHistory`, whose callers
    /// use both.
    static long plainNumber(JsonNode value) {
        if (!value.isIntegralNumber()) {
            return number(value);
        }
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("a number out of range");
        }
        return value.longValue();
    }

    static boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return value.booleanValue();
    }

    static <T> List<T> items(JsonNode value, Function<JsonNode, T> read) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("not a list");
        }
        List<T> items = new ArrayList<>();
        value.forEach(item -> items.add(read.apply(item)));
        return items;
    }

    /// A member of an object; empty where it is left out or null.
    static <T> Optional<T> member(JsonNode object, String name, Function<JsonNode, T> read) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
    }

    static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        return value;
    }
}
