package org.lifeboat.engine.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Unicode's canonical forms NFD and NFC (UAX #15), in the version of the [NameTable]: the JDK's own version is
/// another one, and a name must not depend on which JDK runs.
public final class NormalForm {
    /// Source: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
    private static final int SYLLABLES = 0xac00;

    private static final int LEADING = 0x1100;
    private static final int VOWELS = 0x1161;
    private static final int TRAILING = 0x11a7;
    private static final int LEADING_COUNT = 19;
    private static final int VOWEL_COUNT = 21;
    private static final int TRAILING_COUNT = 28;
    private static final int SYLLABLE_COUNT = LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT;

    private final Map<Integer, List<Integer>> decomposed;
    private final Map<Integer, Integer> ranks = new HashMap<>();
    private final Map<List<Integer>, Integer> composed = new HashMap<>();

    NormalForm(NameTable table) {
        this.decomposed = table.decomposed();
        for (int rank = 0; rank < table.ranks().size(); rank++) {
            int number = rank + 1;
            table.ranks().get(rank).stream().forEach(codePoint -> ranks.put(codePoint, number));
        }
        decomposed.forEach((whole, parts) -> {
            if (parts.size() == 2 && !table.excluded().get(whole)) {
                composed.put(parts, whole);
            }
        });
    }

    /// In the bundled version of Unicode.
    public static NormalForm bundled() {
        return new NormalForm(NameTable.bundled());
    }

    /// Taken apart, marks in their canonical order.
    public List<Integer> decompose(List<Integer> text) {
        List<Integer> parts = new ArrayList<>();
        text.forEach(codePoint -> takeApart(codePoint, parts));
        order(parts);
        return parts;
    }

    private void takeApart(int codePoint, List<Integer> parts) {
        int syllable = codePoint - SYLLABLES;
        if (syllable >= 0 && syllable < SYLLABLE_COUNT) {
            parts.add(LEADING + syllable / (VOWEL_COUNT * TRAILING_COUNT));
            parts.add(VOWELS + syllable / TRAILING_COUNT % VOWEL_COUNT);
            if (syllable % TRAILING_COUNT > 0) {
                parts.add(TRAILING + syllable % TRAILING_COUNT);
            }
            return;
        }
        List<Integer> known = decomposed.get(codePoint);
        if (known == null) {
            parts.add(codePoint);
        } else {
            known.forEach(part -> takeApart(part, parts));
        }
    }

    private int rank(int codePoint) {
        return ranks.getOrDefault(codePoint, 0);
    }

    /// Sorts each run of marks by rank; of the same rank the earlier stays before the later.
    private void order(List<Integer> parts) {
        for (int start = 0; start < parts.size(); ) {
            int end = start;
            while (end < parts.size() && rank(parts.get(end)) > 0) {
                end++;
            }
            parts.subList(start, end).sort((one, other) -> Integer.compare(rank(one), rank(other)));
            start = end + 1;
        }
    }

    /// Taken apart, and put together as far as there are characters for it.
    public List<Integer> compose(List<Integer> text) {
        List<Integer> parts = decompose(text);
        List<Integer> whole = new ArrayList<>();
        int starter = -1;
        int lastRank = 0;
        for (int part : parts) {
            int rank = rank(part);
            boolean reaches = starter >= 0 && (starter == whole.size() - 1 || (lastRank < rank && lastRank > 0));
            Integer together = reaches ? together(whole.get(starter), part) : null;
            if (together != null) {
                whole.set(starter, together);
                continue;
            }
            whole.add(part);
            lastRank = rank;
            if (rank == 0) {
                starter = whole.size() - 1;
            }
        }
        return whole;
    }

    private @Nullable Integer together(int first, int second) {
        int leading = first - LEADING;
        int vowel = second - VOWELS;
        if (leading >= 0 && leading < LEADING_COUNT && vowel >= 0 && vowel < VOWEL_COUNT) {
            return SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT;
        }
        int syllable = first - SYLLABLES;
        int trailing = second - TRAILING;
        boolean open = syllable >= 0 && syllable < SYLLABLE_COUNT && syllable % TRAILING_COUNT == 0;
        if (open && trailing > 0 && trailing < TRAILING_COUNT) {
            return first + trailing;
        }
        return composed.get(List.of(first, second));
    }
}
