package org.lifeboat.engine.token;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lifeboat.primitives.ForeignText;

/// Whether two names can be taken for one another on a screen. Pure.
///
/// Compared are skeletons: compatibility forms folded (NFKD), marks and everything that is neither letter nor
/// digit dropped, case folded, and the Cyrillic and Greek letters that look like Latin ones, digits that look
/// like letters and the like replaced. A short table of our own, after the idea of Unicode Technical Standard
/// 39, "Confusable Detection"; it warns more often than it must, which costs a second look and no more.
final class Lookalikes {
    /// Pairs: what imitates, and the Latin letter that it is taken for.
    private static final String IMITATIONS = ""
            + "\u0410A \u0412B \u0415E \u0405S \u0406I \u0408J \u041aK \u041cM " // Cyrillic capitals
            + "\u041dH \u041eO \u0420P \u0421C \u0422T \u0423Y \u0425X \u050cG "
            + "\u051aQ \u051cW "
            + "\u0430a \u0435e \u043eo \u0440p \u0441c \u0443y \u0445x \u0455s " // Cyrillic small letters
            + "\u0456i \u0458j \u04bbh \u0501d \u051bq \u051dw \u043ak \u0442t "
            + "\u043cm \u043dh \u0432b "
            + "\u0391A \u0392B \u0395E \u0396Z \u0397H \u0399I \u039aK \u039cM " // Greek
            + "\u039dN \u039fO \u03a1P \u03a4T \u03a5Y \u03a7X \u03b1a \u03b9i "
            + "\u03bak \u03bdv \u03bfo \u03c1p \u03c4t \u03c5u \u03c7x "
            + "\u0131i \u0196I \u04c0I \u20aeT \u0141L \u0142l \u00d8O \u00f8o " // Latin and currency signs
            + "\u0110D \u0111d \u0126h \u0127h ";

    private static final Map<Integer, Integer> LATIN = table();

    private Lookalikes() {}

    static String skeleton(String text) {
        StringBuilder skeleton = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .map(point -> LATIN.getOrDefault(point, point))
                .filter(Character::isLetterOrDigit)
                .forEach(skeleton::appendCodePoint);
        // After folding case, so that I, l, 1 and i, and O, o and 0, are one.
        return skeleton.toString()
                .toLowerCase(Locale.ROOT)
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('0', 'o')
                .replace('5', 's')
                .replace("rn", "m")
                .replace("vv", "w");
    }

    /// Whether something in `text` cannot be seen, turns the direction of writing, or mixes scripts within the
    /// text.
    static boolean odd(String text) {
        boolean hidden = !text.codePoints().allMatch(ForeignText::isPlain);
        long scripts = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .distinct()
                .count();
        return hidden || scripts > 1;
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new HashMap<>();
        for (String pair : IMITATIONS.strip().split(" ")) {
            table.put((int) pair.charAt(0), (int) pair.charAt(1));
        }
        return Map.copyOf(table);
    }
}
