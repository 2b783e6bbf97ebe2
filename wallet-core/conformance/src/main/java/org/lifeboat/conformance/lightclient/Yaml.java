package org.lifeboat.conformance.lightclient;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One mapping of a YAML file. Unquoted `0x` values are numbers to YAML and bytes to us.
record Yaml(Map<?, ?> map) {
    static Yaml read(byte[] file) {
        return (Yaml) wrap(load(file));
    }

    /// A file that is a list of mappings.
    static List<Yaml> readList(byte[] file) {
        return ((List<?>) load(file)).stream().map(entry -> (Yaml) wrap(entry)).toList();
    }

    private static Object load(byte[] file) {
        return new Load(LoadSettings.builder().build()).loadFromString(new String(file, StandardCharsets.UTF_8));
    }

    private static Object wrap(Object value) {
        return value instanceof Map<?, ?> map ? new Yaml(map) : value;
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    Yaml child(String key) {
        return (Yaml) wrap(get(key));
    }

    Optional<Yaml> optionalChild(String key) {
        return has(key) && get(key) instanceof Map<?, ?> ? Optional.of(child(key)) : Optional.empty();
    }

    String text(String key) {
        return String.valueOf(get(key));
    }

    long number(String key) {
        BigInteger number = new BigInteger(text(key));
        // FAR_FUTURE_EPOCH, 2^64-1, stands for "never".
        return number.bitLength() > 63 ? Long.MAX_VALUE : number.longValueExact();
    }

    Hash32 hash(String key) {
        return Hash32.of(bytes(key, 32).toArray());
    }

    /// @param size in bytes, for values that YAML has read as a number
    Bytes bytes(String key, int size) {
        Object value = get(key);
        return switch (value) {
            case Number number ->
                Bytes.of(HexFormat.of().parseHex(("%0" + 2 * size + "x").formatted(new BigInteger(number.toString()))));
            default -> {
                String text = value.toString();
                yield Bytes.fromHex(text.startsWith("0x") ? text : "0x" + text);
            }
        };
    }

    private Object get(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no member " + key);
        }
        return value;
    }
}
