package org.lifeboat.vault.keystore;

import java.util.HexFormat;
import org.lifeboat.primitives.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON side of keystore files.
final class KeystoreJson {
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private KeystoreJson() {}

    static JsonNode read(byte[] json) throws KeystoreException {
        if (json.length > MOST_BYTES) {
            throw KeystoreException.malformed("too large for a keystore");
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw KeystoreException.malformed("not a JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw KeystoreException.malformed("not JSON");
        }
    }

    static byte[] write(JsonNode root) {
        return JSON.writeValueAsBytes(root);
    }

    static JsonMapper mapper() {
        return JSON;
    }

    static String text(JsonNode parent, String name) throws KeystoreException {
        JsonNode node = parent.path(name);
        if (!node.isString()) {
            throw KeystoreException.malformed(name);
        }
        return node.stringValue();
    }

    /// Hex digits with or without `0x`.
    static Bytes hex(JsonNode parent, String name) throws KeystoreException {
        String digits = text(parent, name);
        try {
            return Bytes.of(HexFormat.of().parseHex(digits.startsWith("0x") ? digits.substring(2) : digits));
        } catch (IllegalArgumentException e) {
            throw KeystoreException.malformed(name);
        }
    }
}
