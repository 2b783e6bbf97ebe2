package org.lifeboat.vault.words;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What a mistyped word may have been: the word with the same first four letters where the list guarantees
/// that these tell words apart, then the nearest by the number of single-letter edits. Accents do not count.
final class WordHints {
    private static final int MOST = 5;
    private static final int PREFIX = 4;

    private record Near(int index, int distance) {}

    private WordHints() {}

    /// @param typed NFKD, lower case; not kept
    /// @return places in the list
    static List<Integer> nearest(WordList list, char[] typed) {
        char[] bare = withoutMarks(CharBuffer.wrap(typed));
        List<Integer> hints = new ArrayList<>();
        if (bare.length >= PREFIX && list.language() != Language.KOREAN) {
            // Korean words share their first letters; in the other nine lists four letters are unique.
            IntStream.range(0, WordList.SIZE)
                    .filter(index -> samePrefix(list.word(index), bare))
                    .forEach(hints::add);
        }
        int tolerance = Math.max(1, Math.min(3, bare.length / 2));
        IntStream.range(0, WordList.SIZE)
                .mapToObj(index -> new Near(index, distance(bare, withoutMarks(list.word(index)))))
                .filter(near -> near.distance() <= tolerance && !hints.contains(near.index()))
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(MOST - Math.min(MOST, hints.size()))
                .map(Near::index)
                .forEach(hints::add);
        Arrays.fill(bare, '\0');
        return List.copyOf(hints);
    }

    private static boolean samePrefix(String word, char[] bare) {
        char[] letters = withoutMarks(word);
        return letters.length >= PREFIX && Arrays.equals(letters, 0, PREFIX, bare, 0, PREFIX);
    }

    private static char[] withoutMarks(CharSequence text) {
        char[] kept = new char[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                kept[size++] = text.charAt(i);
            }
        }
        char[] result = Arrays.copyOf(kept, size);
        Arrays.fill(kept, '\0');
        return result;
    }

    /// Edits between two words: insert, remove, replace, swap two neighbours (optimal string alignment).
    private static int distance(char[] a, char[] b) {
        int[][] d = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length][b.length];
    }

    /// The form in which words are shown to a person: composed letters (NFC).
    static String shown(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC);
    }
}
