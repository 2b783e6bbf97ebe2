package org.lifeboat.engine.abi;

import org.lifeboat.primitives.ForeignText;

/// Text that a stranger wrote, made fit for showing.
/// @param text without control, format and direction characters, trimmed, at most the asked length
/// @param altered whether anything had to be taken out; say so where the text stands
public record ShownText(String text, boolean altered) {
    /// Takes out what can turn, hide or fake text on a screen (Unicode categories Cc, Cf, Cs, Co, Cn, Zl, Zp).
    /// @param maxLength in code points
    public static ShownText clean(String raw, int maxLength) {
        StringBuilder kept = new StringBuilder();
        raw.codePoints().filter(ForeignText::isPlain).limit(maxLength).forEach(kept::appendCodePoint);
        String text = kept.toString().strip();
        return new ShownText(text, !text.equals(raw));
    }
}
