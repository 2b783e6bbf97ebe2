package org.lifeboat.vault.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;

/// Strangers' text on the way to a screen: what could turn, hide or fake a line is written out as its code point.
final class ShownText {
    private static final int LONGEST = 4_000;

    private ShownText() {}

    /// @return `text` with control, formatting and unassigned characters written as `U+202E`, and cut after 4,000
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (point == '\n' || point == '\t' || isPlain(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append("[U+").append(Integer.toHexString(point)).append(']');
            }
        });
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append(" ... (").append(text.length()).append(')');
        }
        return shown.toString();
    }

    /// Whether `text` would be shown unchanged.
    static boolean isPlain(String text) {
        return text(text).equals(text);
    }

    /// @return the text; empty if the bytes are no UTF-8
    static Optional<String> utf8(Bytes bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
