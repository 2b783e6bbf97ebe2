package org.lifeboat.resources;

import static java.lang.Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
import static java.lang.Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/// How the pieces of a sentence are put together. Chinese has a blank between Han and Latin and none between Han and
/// Han, and only when a gap is filled does it turn out which of the two meet. What is inside a piece stays as it is:
/// it may be a name that a person gave.
public final class Seams {
    private final boolean chinese;

    private Seams(boolean chinese) {
        this.chinese = chinese;
    }

    public static Seams of(Language language) {
        return new Seams(language == Language.CHINESE);
    }

    /// Puts `piece` behind `sentence`, without the blank of either where Han or its punctuation stands on both sides.
    public void append(StringBuilder sentence, String piece) {
        if (chinese && !piece.isEmpty()) {
            int blank = sentence.length() - 1;
            if (blank > 0
                    && sentence.charAt(blank) == ' '
                    && meet(sentence.codePointBefore(blank), piece.codePointAt(0))) {
                sentence.setLength(blank);
            }
            if (blank >= 0
                    && piece.length() > 1
                    && piece.charAt(0) == ' '
                    && meet(sentence.codePointBefore(sentence.length()), piece.codePointAt(1))) {
                sentence.append(piece, 1, piece.length());
                return;
            }
        }
        sentence.append(piece);
    }

    /// `text` with `with` in every place of `what`.
    public String replace(String text, String what, String with) {
        StringBuilder replaced = new StringBuilder(text.length() + with.length());
        int at = 0;
        for (int found = text.indexOf(what); found >= 0; found = text.indexOf(what, at)) {
            append(replaced, text.substring(at, found));
            append(replaced, with);
            at = found + what.length();
        }
        append(replaced, text.substring(at));
        return replaced.toString();
    }

    private static boolean meet(int before, int after) {
        return isChinese(before) && isChinese(after);
    }

    private static boolean isChinese(int sign) {
        UnicodeBlock block = UnicodeBlock.of(sign);
        return UnicodeScript.of(sign) == UnicodeScript.HAN
                || CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                || HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)
                || sign == '“'
                || sign == '”';
    }
}
