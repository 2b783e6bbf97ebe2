package org.lifeboat.vault.keystore;

import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.vault.Secret;

/// A private key as people write it: 64 hexadecimal digits, with or without `0x`, perhaps with blanks at the
/// ends.
public final class PrivateKeyText {
    private static final int KEY_SIZE = 32;

    private PrivateKeyText() {}

    /// Never makes a text of it.
    /// @param typed UTF-8; not closed
    /// @return 32 bytes, which the caller closes; empty if that is not what stands there
    public static Optional<Secret> read(Secret typed) {
        return typed.with(PrivateKeyText::decoded);
    }

    private static Optional<Secret> decoded(byte[] typed) {
        int start = 0;
        int end = typed.length;
        while (start < end && isBlank(typed[start])) {
            start++;
        }
        while (end > start && isBlank(typed[end - 1])) {
            end--;
        }
        if (end - start > 1 && typed[start] == '0' && typed[start + 1] == 'x') {
            start += 2;
        }
        if (end - start != 2 * KEY_SIZE) {
            return Optional.empty();
        }
        byte[] key = new byte[KEY_SIZE];
        for (int i = 0; i < KEY_SIZE; i++) {
            int high = Character.digit((char) typed[start + 2 * i], 16);
            int low = Character.digit((char) typed[start + 2 * i + 1], 16);
            if (high < 0 || low < 0) {
                Arrays.fill(key, (byte) 0);
                return Optional.empty();
            }
            key[i] = (byte) (high << 4 | low);
        }
        return Optional.of(Secret.take(key));
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    }
}
