package org.lifeboat.vault.bundle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The members of one JSON object, each asked for exactly once: whatever was not asked for is refused by [#end].
/// Numbers are decimal text, bytes are hex with `0x`.
final class Members {
    /// Larger than a hundred large requests. Unit: bytes.
    static final int MOST_BYTES = 4 << 20;

    static final int MOST_ITEMS = 100;

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    Members(JsonNode object) throws BundleException {
        if (!object.isObject()) {
            throw new BundleException("something is not an object");
        }
        this.object = object;
    }

    static Members parse(Bytes json) throws BundleException {
        if (json.size() > MOST_BYTES) {
            throw new BundleException("it is larger than " + MOST_BYTES + " bytes");
        }
        try {
            return new Members(JSON.readTree(json.toArray()));
        } catch (JacksonException e) {
            throw new BundleException("it is not JSON");
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonNode node(String name) throws BundleException {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw new BundleException("the member " + name + " is missing");
        }
        return node;
    }

    List<Members> list(String name) throws BundleException {
        JsonNode list = node(name);
        if (!list.isArray()) {
            throw new BundleException(name + " is not a list");
        }
        List<Members> members = new ArrayList<>();
        for (JsonNode item : list) {
            members.add(new Members(item));
        }
        return members;
    }

    String text(String name) throws BundleException {
        JsonNode node = node(name);
        if (!node.isString()) {
            throw new BundleException(name + " is not text");
        }
        return node.stringValue();
    }

    /// Decimal, not negative, below 2^256.
    BigInteger number(String name) throws BundleException {
        String text = text(name);
        if (!text.matches("0|[1-9][0-9]{0,77}") || new BigInteger(text).bitLength() > 256) {
            throw new BundleException(name + " is not a number");
        }
        return new BigInteger(text);
    }

    /// As [#number], below 2^63.
    long small(String name) throws BundleException {
        BigInteger number = number(name);
        if (number.bitLength() > 63) {
            throw new BundleException(name + " is too large");
        }
        return number.longValueExact();
    }

    Bytes bytes(String name) throws BundleException {
        try {
            return Bytes.fromHex(text(name));
        } catch (IllegalArgumentException e) {
            throw new BundleException(name + " is not hexadecimal");
        }
    }

    Address address(String name) throws BundleException {
        Bytes bytes = bytes(name);
        if (bytes.size() != Address.SIZE) {
            throw new BundleException(name + " is not an address");
        }
        return Address.of(bytes.toArray());
    }

    Hash32 hash(String name) throws BundleException {
        Bytes bytes = bytes(name);
        if (bytes.size() != Hash32.SIZE) {
            throw new BundleException(name + " does not have 32 bytes");
        }
        return Hash32.of(bytes.toArray());
    }

    List<Hash32> hashes(String name) throws BundleException {
        JsonNode list = node(name);
        if (!list.isArray()) {
            throw new BundleException(name + " is not a list");
        }
        List<Hash32> hashes = new ArrayList<>();
        for (JsonNode hash : list) {
            if (!hash.isString() || !hash.stringValue().matches("0x[0-9a-fA-F]{64}")) {
                throw new BundleException(name + " has something else than 32 bytes");
            }
            hashes.add(Hash32.fromHex(hash.stringValue()));
        }
        return hashes;
    }

    /// Nothing may be left.
    void end() throws BundleException {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                throw new BundleException("a member that this program does not know");
            }
        }
    }
}
