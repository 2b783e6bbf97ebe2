package org.lifeboat.vault.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The 2048 words of one language, in Unicode form NFKD. The words are public; which of them are used is not, so
/// typed words are looked up as bytes and never become strings.
public final class WordList {
    public static final int SIZE = 2048;

    private static final Map<Language, WordList> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final List<String> words;
    private final byte[][] encoded;
    private final Integer[] byEncoding;

    private WordList(Language language, List<String> words) {
        this.language = language;
        this.words = words;
        this.encoded = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.byEncoding = new Integer[SIZE];
        Arrays.setAll(byEncoding, i -> i);
        Arrays.sort(byEncoding, Comparator.comparing(i -> encoded[i], Arrays::compareUnsigned));
    }

    public static WordList of(Language language) {
        return LOADED.computeIfAbsent(language, WordList::load);
    }

    private static WordList load(Language language) {
        String path = "/org/lifeboat/resources/words/" + language.file() + ".txt";
        try (InputStream in = WordList.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing word list " + path);
            }
            List<String> words = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (words.size() != SIZE) {
                throw new IllegalStateException(path + " has " + words.size() + " words");
            }
            return new WordList(language, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Language language() {
        return language;
    }

    /// @param index 0 to 2047
    public String word(int index) {
        return words.get(index);
    }

    /// The UTF-8 form of a word; not a copy.
    byte[] encoded(int index) {
        return encoded[index];
    }

    /// @return the index of the word that stands in `text` from `start` to `end` (UTF-8, NFKD, lower case), or -1
    int indexOf(byte[] text, int start, int end) {
        int low = 0;
        int high = SIZE - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            byte[] word = encoded[byEncoding[middle]];
            int order = Arrays.compareUnsigned(text, start, end, word, 0, word.length);
            if (order == 0) {
                return byEncoding[middle];
            }
            if (order < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }
}
