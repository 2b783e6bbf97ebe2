package org.lifeboat.vault.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.Pbkdf2;

/// Seed words with a right checksum: 12, 15, 18, 21 or 24 words of one language. Holds indices, not words.
/// Spec: BIP-39. Closed by whoever made it.
public final class Phrase implements AutoCloseable {
    /// BIP-39, "From mnemonic to seed": PBKDF2 with HMAC-SHA512, 2048 rounds, 64 bytes.
    private static final int SEED_ROUNDS = 2048;

    private static final int SEED_SIZE = 64;
    private static final int WORD_BITS = 11;

    private final Language language;
    private final int[] indices;

    private Phrase(Language language, int[] indices) {
        this.language = language;
        this.indices = indices;
    }

    /// New words from the computer's random source.
    /// @param words 12, 15, 18, 21 or 24
    public static Phrase generate(Language language, int words, SecureRandom random) {
        if (!isLength(words)) {
            throw new IllegalArgumentException("a phrase has 12, 15, 18, 21 or 24 words");
        }
        try (Secret entropy = Secret.random(words / 3 * 4, random)) {
            return ofEntropy(language, entropy);
        }
    }

    /// @param entropy 16, 20, 24, 28 or 32 bytes; not kept
    public static Phrase ofEntropy(Language language, Secret entropy) {
        if (!isLength(entropy.size() / 4 * 3) || entropy.size() % 4 != 0) {
            throw new IllegalArgumentException("entropy has 16, 20, 24, 28 or 32 bytes");
        }
        return entropy.with(bytes -> {
            byte[] bits = Arrays.copyOf(bytes, bytes.length + 1);
            bits[bytes.length] = checksum(bytes);
            int[] indices = new int[bytes.length / 4 * 3];
            for (int bit = 0; bit < indices.length * WORD_BITS; bit++) {
                indices[bit / WORD_BITS] <<= 1;
                indices[bit / WORD_BITS] |= (bits[bit / 8] >> (7 - bit % 8)) & 1;
            }
            Arrays.fill(bits, (byte) 0);
            return new Phrase(language, indices);
        });
    }

    /// Whether a phrase may have so many words.
    static boolean isLength(int words) {
        return words >= 12 && words <= 24 && words % 3 == 0;
    }

    /// @return whether the checksum of these words is right
    static boolean isValid(int[] indices) {
        byte[] bits = pack(indices);
        int entropySize = indices.length / 3 * 4;
        byte[] entropy = Arrays.copyOf(bits, entropySize);
        int checksumBits = indices.length / 3;
        int wanted = checksum(entropy) & 0xff;
        int found = bits[entropySize] & 0xff;
        Arrays.fill(bits, (byte) 0);
        Arrays.fill(entropy, (byte) 0);
        return wanted >> (8 - checksumBits) == found >> (8 - checksumBits);
    }

    /// Copies `indices`, which must be valid.
    static Phrase ofValid(Language language, int[] indices) {
        return new Phrase(language, indices.clone());
    }

    private static byte[] pack(int[] indices) {
        byte[] bits = new byte[indices.length / 3 * 4 + 1];
        for (int bit = 0; bit < indices.length * WORD_BITS; bit++) {
            int set = (indices[bit / WORD_BITS] >> (WORD_BITS - 1 - bit % WORD_BITS)) & 1;
            bits[bit / 8] |= (byte) (set << (7 - bit % 8));
        }
        return bits;
    }

    private static byte checksum(byte[] entropy) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte first = digest.digest(entropy)[0];
            // The digest keeps its last block until it is told to forget.
            digest.reset();
            return first;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public Language language() {
        return language;
    }

    public int size() {
        return indices.length;
    }

    /// One word, for a screen that shows or asks for it; a string of the public list, in composed form.
    /// @param position 0 for the first word
    public String word(int position) {
        return WordHints.shown(WordList.of(language).word(indices[position]));
    }

    /// Whether somebody typed the word at a place; capitals and blanks around it do not matter.
    /// @param position 0 for the first word
    /// @param typed not closed
    public boolean isWord(int position, Secret typed) {
        return PhraseReader.isWord(typed, language, indices[position]);
    }

    /// The random bytes behind the words, without the checksum.
    public Secret entropy() {
        byte[] bits = pack(indices);
        byte[] entropy = Arrays.copyOf(bits, indices.length / 3 * 4);
        Arrays.fill(bits, (byte) 0);
        return Secret.take(entropy);
    }

    /// All words as UTF-8 text in form NFKD, with the language's separator.
    public Secret text() {
        return joined(language.separator());
    }

    /// The 64-byte seed that BIP-32 starts from.
    /// @param passphrase may be empty; not kept
    public Secret seed(Secret passphrase) {
        try (Secret sentence = joined(" ");
                Secret normal = passphrase.normalized()) {
            byte[] salt = normal.with(bytes -> {
                byte[] joined = Arrays.copyOf("mnemonic".getBytes(StandardCharsets.US_ASCII), 8 + bytes.length);
                System.arraycopy(bytes, 0, joined, 8, bytes.length);
                return joined;
            });
            try {
                return sentence.with(bytes -> Pbkdf2.derive(Pbkdf2.Hash.SHA512, bytes, salt, SEED_ROUNDS, SEED_SIZE));
            } finally {
                Arrays.fill(salt, (byte) 0);
            }
        }
    }

    private Secret joined(String separator) {
        WordList list = WordList.of(language);
        byte[] between = separator.getBytes(StandardCharsets.UTF_8);
        int size = between.length * (indices.length - 1);
        for (int index : indices) {
            size += list.encoded(index).length;
        }
        byte[] text = new byte[size];
        int at = 0;
        for (int i = 0; i < indices.length; i++) {
            if (i > 0) {
                System.arraycopy(between, 0, text, at, between.length);
                at += between.length;
            }
            byte[] word = list.encoded(indices[i]);
            System.arraycopy(word, 0, text, at, word.length);
            at += word.length;
        }
        return Secret.take(text);
    }

    @Override
    public void close() {
        Arrays.fill(indices, 0);
    }

    @Override
    public String toString() {
        return "Phrase";
    }
}
