package org.lifeboat.engine.token;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Whether two names can be taken for one another on a screen. Pure.
///
/// Compared are skeletons: compatibility forms folded (NFKD), marks and everything that is neither letter nor
/// digit
/// dropped, case folded, and the Cyrillic and Greek letters that look like Latin ones, digits that look like
/// letters
/// and the like replaced. A short table of our own, after the idea of Unicode Technical Standard 39,
/// "Confusable
/// Detection"; it warns more often than it must, which costs a second look and no more.
final class Lookalikes {
    private static final String IMITATIONS =
            "АВЕЅІЈКМНОРСТУХԌԚԜаеоорсухѕіјһԁԛԝꓲ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ" + "ıɩƖӀ₮ŁłØøĐđĦħ";
    private static final String IMITATED =
            "ABESIJKMHOPCTYXGQWaeooopcyxsijhdqwl" + "ABEZHIKMNOPTYXaiknoptux" + "iiIITLlOoDdHh";

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
        boolean hidden = text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
        long scripts = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .distinct()
                .count();
        return hidden || scripts > 1;
    }

    private static Map<Integer, Integer> table() {
        if (IMITATIONS.length() != IMITATED.length()) {
            throw new AssertionError("both rows have one letter for each");
        }
        Map<Integer, Integer> table = new HashMap<>();
        for (int i = 0; i < IMITATIONS.length(); i++) {
            table.put((int) IMITATIONS.charAt(i), (int) IMITATED.charAt(i));
        }
        return Map.copyOf(table);
    }
}
