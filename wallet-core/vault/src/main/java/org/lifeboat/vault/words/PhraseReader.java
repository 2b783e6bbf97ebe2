package org.lifeboat.vault.words;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.lifeboat.vault.Secret;

/// Reads seed words that a person typed, in any of the ten languages, and says what is wrong with them.
public final class PhraseReader {
    /// More words than any phrase has, so that a pasted book is refused early.
    private static final int MOST_WORDS = 64;

    /// One typed word: where it stands in the lower-case NFKD text.
    private record Span(int start, int end) {}

    private PhraseReader() {}

    /// Finds the language by itself.
    public static PhraseReading read(Secret typed) {
        return read(typed, EnumSet.allOf(Language.class));
    }

    /// @param languages those to try, in this order; not empty
    public static PhraseReading read(Secret typed, Collection<Language> languages) {
        try (Secret lower = lowerCase(typed)) {
            return lower.with(text -> read(text, languages));
        }
    }

    /// Whether one word was typed, and that which stands at `index` of the language's list.
    static boolean isWord(Secret typed, Language language, int index) {
        try (Secret lower = lowerCase(typed)) {
            return lower.with(text -> {
                List<Span> spans = spans(text);
                return spans.size() == 1
                        && WordList.of(language)
                                        .indexOf(
                                                text,
                                                spans.getFirst().start(),
                                                spans.getFirst().end())
                                == index;
            });
        }
    }

    private static PhraseReading read(byte[] text, Collection<Language> languages) {
        List<Span> spans = spans(text);
        if (!Phrase.isLength(spans.size())) {
            return new PhraseReading.WrongCount(spans.size());
        }
        List<Language> known = new ArrayList<>();
        List<Language> valid = new ArrayList<>();
        Language best = languages.iterator().next();
        int mostKnown = -1;
        for (Language language : languages) {
            int[] indices = indices(text, spans, language);
            int hits = (int) Arrays.stream(indices).filter(i -> i >= 0).count();
            if (hits > mostKnown) {
                best = language;
                mostKnown = hits;
            }
            if (hits == indices.length) {
                known.add(language);
                if (Phrase.isValid(indices)) {
                    valid.add(language);
                }
            }
            Arrays.fill(indices, 0);
        }
        if (!valid.isEmpty()) {
            int[] indices = indices(text, spans, valid.getFirst());
            Phrase phrase = Phrase.ofValid(valid.getFirst(), indices);
            Arrays.fill(indices, 0);
            return new PhraseReading.Valid(phrase, List.copyOf(valid.subList(1, valid.size())));
        }
        if (!known.isEmpty()) {
            return new PhraseReading.WrongChecksum(List.copyOf(known));
        }
        return unknownWords(text, spans, best);
    }

    private static PhraseReading unknownWords(byte[] text, List<Span> spans, Language language) {
        WordList list = WordList.of(language);
        List<PhraseReading.Unknown> unknown = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (list.indexOf(text, span.start(), span.end()) < 0) {
                char[] typed = chars(text, span);
                unknown.add(new PhraseReading.Unknown(i + 1, language, WordHints.nearest(list, typed)));
                Arrays.fill(typed, '\0');
            }
        }
        return new PhraseReading.UnknownWords(language, List.copyOf(unknown));
    }

    private static int[] indices(byte[] text, List<Span> spans, Language language) {
        WordList list = WordList.of(language);
        return spans.stream()
                .mapToInt(span -> list.indexOf(text, span.start(), span.end()))
                .toArray();
    }

    private static List<Span> spans(byte[] text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length && spans.size() <= MOST_WORDS) {
            while (at < text.length && isSpace(text[at])) {
                at++;
            }
            int start = at;
            while (at < text.length && !isSpace(text[at])) {
                at++;
            }
            if (at > start) {
                spans.add(new Span(start, at));
            }
        }
        return spans;
    }

    /// After NFKD every kind of blank is a space; the rest are line ends and tabs of pasted text.
    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static Secret lowerCase(Secret typed) {
        try (Secret normal = typed.normalized()) {
            return normal.with(text -> {
                char[] chars = chars(text, new Span(0, text.length));
                for (int i = 0; i < chars.length; i++) {
                    chars[i] = Character.toLowerCase(chars[i]);
                }
                return Secret.take(chars);
            });
        }
    }

    private static char[] chars(byte[] text, Span span) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, span.start(), span.end() - span.start()));
            char[] chars = Arrays.copyOf(decoded.array(), decoded.limit());
            Arrays.fill(decoded.array(), '\0');
            return chars;
        } catch (CharacterCodingException e) {
            // Not text at all: no words, and the count says so.
            return new char[0];
        }
    }
}
