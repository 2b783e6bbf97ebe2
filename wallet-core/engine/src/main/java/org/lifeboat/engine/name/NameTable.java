package org.lifeboat.engine.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What ENSIP-15 knows of characters, as its authors publish it ("Description of spec.json" and "of nf.json").
/// Code points everywhere.
/// @param unicode the version
/// @param mostMarks how many non-spacing marks may stand in a row
/// @param fenced characters that stand neither at an end nor side by side
/// @param mapped what a character is written as
/// @param emoji whole sequences, with the marks of presentation (U+FE0F)
/// @param ranks canonical combining classes other than 0, by their order
/// @param excluded characters that are taken apart and never put together
public record NameTable(
        String unicode,
        int mostMarks,
        BitSet ignored,
        BitSet combining,
        BitSet nonspacing,
        BitSet fenced,
        Map<Integer, List<Integer>> mapped,
        List<List<Integer>> emoji,
        List<Group> groups,
        List<Alike> alike,
        List<BitSet> ranks,
        BitSet excluded,
        Map<Integer, List<Integer>> decomposed) {
    private static final String FILE = "/org/lifeboat/resources/names/ensip15.txt";
    private static final int HEX = 16;

    /// Characters that may stand together in a label.
    /// @param restricted a script that few living people write
    /// @param precomposed whether marks stand with it in whole characters only ("CM Whitelisted")
    public record Group(String name, boolean restricted, boolean precomposed, BitSet primary, BitSet secondary) {
        boolean has(int codePoint) {
            return primary.get(codePoint) || secondary.get(codePoint);
        }
    }

    /// Characters that look like one another ("Whole Confusable").
    /// @param valid those that nobody is confused by
    public record Alike(BitSet valid, BitSet confused) {}

    /// The one that came with the program.
    public static NameTable bundled() {
        return Holder.TABLE;
    }

    private static final class Holder {
        private static final NameTable TABLE = read();

        private static NameTable read() {
            try (InputStream file = NameTable.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("not packed with this program: " + FILE);
                }
                return new Reader().read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Reads the file: a line is a kind and items of it, and may be followed by more of the same kind.
    private static final class Reader {
        private final Map<String, BitSet> sets = new HashMap<>();
        private final Map<String, Map<Integer, List<Integer>>> maps = new HashMap<>();
        private final List<List<Integer>> emoji = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Alike> alike = new ArrayList<>();
        private final List<BitSet> ranks = new ArrayList<>();
        private String unicode = "";
        private int mostMarks;

        NameTable read(BufferedReader lines) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ");
                    take(words[0], List.of(words).subList(1, words.length));
                }
            }
            return new NameTable(
                    unicode,
                    mostMarks,
                    set("ignored"),
                    set("combining"),
                    set("nonspacing"),
                    set("fenced"),
                    map("mapped"),
                    emoji,
                    groups,
                    alike,
                    ranks,
                    set("excluded"),
                    map("decomposed"));
        }

        private void take(String kind, List<String> items) {
            switch (kind) {
                case "unicode" -> unicode = items.getFirst();
                case "marks" -> mostMarks = Integer.parseInt(items.getFirst());
                case "ignored", "combining", "nonspacing", "fenced", "excluded" -> add(set(kind), items);
                case "mapped", "decomposed" -> items.forEach(item -> pair(item, map(kind)));
                case "emoji" -> items.forEach(item -> emoji.add(sequence(item)));
                case "group" ->
                    groups.add(new Group(
                            items.getFirst(),
                            items.contains("restricted"),
                            items.contains("precomposed"),
                            new BitSet(),
                            new BitSet()));
                case "primary" -> add(groups.getLast().primary(), items);
                case "secondary" -> add(groups.getLast().secondary(), items);
                case "alike" -> {
                    int bar = items.indexOf("/");
                    alike.add(new Alike(
                            add(new BitSet(), items.subList(0, bar)),
                            add(new BitSet(), items.subList(bar + 1, items.size()))));
                }
                case "rank" -> {
                    if (ranks.size() < Integer.parseInt(items.getFirst())) {
                        ranks.add(new BitSet());
                    }
                    add(ranks.getLast(), items.subList(1, items.size()));
                }
                default -> throw new IllegalStateException(FILE + ": " + kind);
            }
        }

        private BitSet set(String kind) {
            return sets.computeIfAbsent(kind, _ -> new BitSet());
        }

        private Map<Integer, List<Integer>> map(String kind) {
            return maps.computeIfAbsent(kind, _ -> new HashMap<>());
        }

        private static BitSet add(BitSet set, List<String> ranges) {
            for (String range : ranges) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), HEX);
                set.set(first, 1 + (dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), HEX)));
            }
            return set;
        }

        private static void pair(String item, Map<Integer, List<Integer>> into) {
            int equals = item.indexOf('=');
            into.put(Integer.parseInt(item.substring(0, equals), HEX), sequence(item.substring(equals + 1)));
        }

        private static List<Integer> sequence(String text) {
            List<Integer> codePoints = new ArrayList<>();
            for (String one : text.split("\\+")) {
                codePoints.add(Integer.parseInt(one, HEX));
            }
            return List.copyOf(codePoints);
        }
    }
}
