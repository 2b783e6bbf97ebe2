package org.lifeboat.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// The sentences of one or more bundles in one language: `i18n/NAME_en.properties` and `i18n/NAME_zh.properties`.
///
/// `{0}`, `{1}`, … stand for the arguments; `{0:account|accounts}` is the first form where that argument is 1 and
/// else the second; an apostrophe is an apostrophe. An argument that is one of the engine's own details about a
/// source (bundle `details`) is said in the language of the sentence. In Chinese no blank stays beside a gap that
/// is filled with Chinese ([Seams]).
public final class Words {
    private final Language language;
    private final Map<String, String> sentences;
    private final Details details;
    private final Seams seams;

    private Words(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
        this.seams = Seams.of(language);
        this.details = language == Language.ENGLISH
                ? Details.AS_THEY_ARE
                : Details.of(sentences(Language.ENGLISH, "details"), sentences(language, "details"));
    }

    /// @throws IllegalStateException if a bundle is missing from the jar
    public static Words of(Language language, String... bundles) {
        return new Words(language, sentences(language, bundles));
    }

    private static Map<String, String> sentences(Language language, String... bundles) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String bundle : bundles) {
            read(bundle + "_" + language.tag() + ".properties")
                    .forEach((key, sentence) -> all.put((String) key, (String) sentence));
        }
        return Map.copyOf(all);
    }

    public Language language() {
        return language;
    }

    /// The sentence under `key`, its arguments filled in.
    /// @throws IllegalArgumentException for a key without a sentence: a bug that a test finds
    public String say(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    /// @return empty where the bundles have no such key
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(sentences.get(key)).map(sentence -> fill(sentence, arguments));
    }

    public Set<String> keys() {
        return sentences.keySet();
    }

    private String fill(String sentence, Object[] arguments) {
        StringBuilder filled = new StringBuilder(sentence.length() + 32);
        int at = 0;
        while (at < sentence.length()) {
            int open = sentence.indexOf('{', at);
            int close = open < 0 ? -1 : sentence.indexOf('}', open);
            if (close < 0) {
                break;
            }
            seams.append(filled, sentence.substring(at, open));
            seams.append(filled, gap(sentence.substring(open + 1, close), arguments));
            at = close + 1;
        }
        seams.append(filled, sentence.substring(at));
        return filled.toString();
    }

    /// @param gap the number of an argument, or that and two forms of a word
    private String gap(String gap, Object[] arguments) {
        int colon = gap.indexOf(':');
        if (colon < 0) {
            return details.say(String.valueOf(arguments[Integer.parseInt(gap)]));
        }
        int bar = gap.indexOf('|', colon);
        boolean one = String.valueOf(arguments[Integer.parseInt(gap.substring(0, colon))])
                .equals("1");
        return one ? gap.substring(colon + 1, bar) : gap.substring(bar + 1);
    }

    private static Properties read(String file) {
        try (InputStream in = Words.class.getResourceAsStream("i18n/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program's own file i18n/" + file + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
