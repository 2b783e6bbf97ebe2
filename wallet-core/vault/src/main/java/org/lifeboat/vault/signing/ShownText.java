package org.lifeboat.vault.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ForeignText;

/// Strangers' text on the way to a screen: what could turn, hide or fake a line is written out as its code point.
final class ShownText {
    private static final int LONGEST = 4_000;

    private ShownText() {}

    /// For what has lines of its own, such as a message.
    /// @return `text` with control, formatting and unassigned characters written as `[U+202e]`, and cut after
    /// 4,000
    static String text(String text) {
        return shown(text, point -> point == '\n' || point == '\t' || ForeignText.isPlain(point));
    }

    /// For what stands inside a sentence, such as a name: a line feed in it would begin a sentence of its own.
    /// @return as [#text], and line feed and tab written out as well
    static String line(String text) {
        return shown(text, ForeignText::isPlain);
    }

    private static String shown(String text, IntPredicate asItIs) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (asItIs.test(point)) {
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
}
