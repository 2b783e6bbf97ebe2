package org.lifeboat.primitives;

/// What may stand in a text that somebody else wrote and that is shown to a person.
public final class ForeignText {
    private ForeignText() {}

    /// Whether a character shows itself and nothing else: it does not turn the direction of writing, hide,
    /// break the line or mean something to a terminal. Not so are the categories Cc, Cf, Cs, Co, Cn, Zl and
    /// Zp of the Unicode Standard (section 4.5); line feed and tab are among them.
    public static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
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
