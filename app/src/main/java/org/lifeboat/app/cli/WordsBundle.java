package org.lifeboat.app.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.lifeboat.resources.Words;

/// The help pages' words in the shape that picocli asks for.
final class WordsBundle extends ResourceBundle {
    private final Words words;

    WordsBundle(Words words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.find(key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys());
    }
}
