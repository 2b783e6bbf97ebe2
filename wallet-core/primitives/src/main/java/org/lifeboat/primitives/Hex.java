package org.lifeboat.primitives;

import java.util.HexFormat;

/// Strict hexadecimal text, as Ethereum's JSON-RPC "DATA" type: `0x` and an even number of digits.
public final class Hex {
    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    /// @return `0x` followed by two lower-case digits a byte
    public static String encode(byte[] bytes) {
        return "0x" + LOWER.formatHex(bytes);
    }

    /// @param text `0x` and an even number of digits of either case
    /// @throws IllegalArgumentException if it is anything else; the message does not repeat the text
    public static byte[] decode(String text) {
        if (!text.startsWith("0x")) {
            throw new IllegalArgumentException("hex must start with 0x");
        }
        try {
            return LOWER.parseHex(text, 2, text.length());
        } catch (IllegalArgumentException e) {
            // The JDK's message quotes the text, which may be a secret.
            throw new IllegalArgumentException("not hex: an odd number of digits, or a character that is no digit");
        }
    }
}
