package org.lifeboat.vault.kdf;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import org.lifeboat.vault.Secret;

/// PBKDF2 (RFC 8018, section 5.2) over bytes. The JDK's own wants characters and keeps copies of them.
public final class Pbkdf2 {
    /// The hash inside HMAC.
    public enum Hash {
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512");

        private final String algorithm;

        Hash(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    private Pbkdf2() {}

    /// @param password not kept
    /// @param rounds at least 1
    public static Secret derive(Hash hash, byte[] password, byte[] salt, int rounds, int size) {
        byte[] derived = new byte[size];
        Mac mac = mac(hash.algorithm, password);
        byte[] last = new byte[mac.getMacLength()];
        byte[] sum = new byte[mac.getMacLength()];
        try {
            for (int block = 1, at = 0; at < size; block++, at += sum.length) {
                mac.update(salt);
                mac.update(new byte[] {(byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block});
                mac.doFinal(last, 0);
                System.arraycopy(last, 0, sum, 0, sum.length);
                for (int round = 1; round < rounds; round++) {
                    mac.update(last);
                    mac.doFinal(last, 0);
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] ^= last[i];
                    }
                }
                System.arraycopy(sum, 0, derived, at, Math.min(sum.length, size - at));
            }
            return Secret.take(derived);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer has the length the Mac asked for", e);
        } finally {
            Arrays.fill(last, (byte) 0);
            Arrays.fill(sum, (byte) 0);
            forget(mac);
        }
    }

    /// One HMAC-SHA512, as BIP-32 wants it.
    public static Secret hmacSha512(byte[] key, byte[] message) {
        Mac mac = mac(Hash.SHA512.algorithm, key);
        try {
            return Secret.take(mac.doFinal(message));
        } finally {
            forget(mac);
        }
    }

    private static Mac mac(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new LentKey(key, algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /// Overwrites the padded key that the Mac keeps, by giving it another.
    private static void forget(Mac mac) {
        try {
            mac.init(new LentKey(new byte[1], mac.getAlgorithm()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of one byte is a key", e);
        }
    }
}
