package org.lifeboat.resources;

import java.util.Locale;
import java.util.Optional;

/// The languages the program speaks. Both bundles hold the same keys.
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The two letters of ISO 639: the end of the bundle's file name.
    public String tag() {
        return tag;
    }

    /// Chinese where the system speaks Chinese, else English.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(CHINESE.tag) ? CHINESE : ENGLISH;
    }

    /// @return empty for a language the program does not speak
    public static Optional<Language> ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
