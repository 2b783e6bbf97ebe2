package org.lifeboat.vault.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// Turns the lines of a description into sentences of one language.
public final class Wording {
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

    /// The sentence, with `{0}`, `{1}` ... filled. What is filled in is not looked at again.
    public String say(Line line) {
        List<String> values = line.arguments().stream().map(this::say).toList();
        String sentence = sentence(line.key());
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            boolean gap = at + 2 < sentence.length()
                    && sentence.charAt(at) == '{'
                    && Character.isDigit(sentence.charAt(at + 1))
                    && sentence.charAt(at + 2) == '}';
            if (gap) {
                said.append(values.get(sentence.charAt(at + 1) - '0'));
                at += 3;
            } else {
                said.append(sentence.charAt(at++));
            }
        }
        return said.toString();
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
