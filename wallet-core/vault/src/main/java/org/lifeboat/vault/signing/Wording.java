package org.lifeboat.vault.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the lines of a description into sentences of one language.
public final class Wording {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)(?::([^|}]*)\\|([^}]*))?}");

    private final Properties sentences;

    private Wording(Properties sentences) {
        this.sentences = sentences;
    }

    public static Wording english() {
        return load("en");
    }

    public static Wording chinese() {
        return load("zh");
    }

    private static Wording load(String language) {
        String path = "/org/lifeboat/resources/i18n/signing_" + language + ".properties";
        try (InputStream in = Wording.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Wording(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every key that has a sentence.
    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /// The sentence, with `{0}`, `{1}` ... filled; `{0:byte|bytes}` is the first form where that argument is 1 and the
    /// second one else. What is filled in is not looked at again.
    public String say(Line line) {
        List<String> values = line.arguments().stream().map(this::say).toList();
        return GAP.matcher(sentence(line.key())).replaceAll(gap -> {
            String value = values.get(Integer.parseInt(gap.group(1)));
            String filled = gap.group(2) == null ? value : gap.group(value.equals("1") ? 2 : 3);
            return Matcher.quoteReplacement(filled);
        });
    }

    private String say(Line.Argument argument) {
        return switch (argument) {
            case Line.Argument.Text(String value) -> value;
            case Line.Argument.Word(String key) -> sentence(key);
            case Line.Argument.Counted(String number, String unitKey) -> number + " " + sentence(unitKey);
        };
    }

    private String sentence(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + key);
        }
        return sentence;
    }
}
