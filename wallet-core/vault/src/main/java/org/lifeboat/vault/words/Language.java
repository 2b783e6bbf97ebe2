package org.lifeboat.vault.words;

/// The ten languages that have a BIP-39 word list.
public enum Language {
    ENGLISH(0, "english"),
    SPANISH(1, "spanish"),
    FRENCH(2, "french"),
    ITALIAN(3, "italian"),
    PORTUGUESE(4, "portuguese"),
    CZECH(5, "czech"),
    JAPANESE(6, "japanese"),
    KOREAN(7, "korean"),
    CHINESE_SIMPLIFIED(8, "chinese_simplified"),
    CHINESE_TRADITIONAL(9, "chinese_traditional");

    private final int code;
    private final String file;

    Language(int code, String file) {
        this.code = code;
        this.file = file;
    }

    /// The number that stands for this language in vault files; never changes.
    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException if no language has this code
    public static Language ofCode(int code) {
        for (Language language : values()) {
            if (language.code == code) {
                return language;
            }
        }
        throw new IllegalArgumentException("no language has the code " + code);
    }

    /// The list's file name without its ending.
    String file() {
        return file;
    }

    /// What stands between two words where they are shown: the ideographic space in Japanese (BIP-39 word lists,
    /// "Japanese"), a space elsewhere. For the seed both are the same (NFKD).
    public String separator() {
        return this == JAPANESE ? "\u3000" : " ";
    }
}
