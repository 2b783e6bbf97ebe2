package org.lifeboat.vault.keystore;

import java.math.BigInteger;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.Pbkdf2;
import org.lifeboat.vault.kdf.Scrypt;
import tools.jackson.databind.JsonNode;

/// How a keystore makes its key from a password, with bounds on what a file may ask for.
sealed interface KeystoreKdf {
    /// 256 MiB of scrypt memory (128 * N * r bytes), which is what go-ethereum's standard asks for; as much
    /// as a heap of 512 MiB can give.
    long MOST_SCRYPT_MEMORY = 256L << 20;

    /// Scrypt runs its memory through `p` times.
    int MOST_SCRYPT_LANES = 16;

    /// About half a minute.
    int MOST_ROUNDS = 10_000_000;

    /// What is used of the derived key; more may be derived.
    int LEAST_SIZE = 32;

    int MOST_SIZE = 64;

    Bytes salt();

    int size();

    /// @param password not kept
    Secret derive(Secret password);

    /// RFC 7914.
    record ScryptFigures(int n, int r, int p, Bytes salt, int size) implements KeystoreKdf {
        @Override
        public Secret derive(Secret password) {
            return new Scrypt(n, r, p).derive(password, salt.toArray(), size);
        }
    }

    /// RFC 8018 with HMAC-SHA256.
    record Pbkdf(int rounds, Bytes salt, int size) implements KeystoreKdf {
        @Override
        public Secret derive(Secret password) {
            return password.with(bytes -> Pbkdf2.derive(Pbkdf2.Hash.SHA256, bytes, salt.toArray(), rounds, size));
        }
    }

    static KeystoreKdf read(JsonNode crypto) throws KeystoreException {
        JsonNode figures = crypto.path("kdfparams");
        int size = whole(figures, "dklen", LEAST_SIZE, MOST_SIZE);
        Bytes salt = KeystoreJson.hex(figures, "salt");
        String name = KeystoreJson.text(crypto, "kdf");
        if (name.equals("scrypt")) {
            return scrypt(figures, salt, size);
        }
        if (!name.equals("pbkdf2")) {
            throw new KeystoreException(new KeystoreReading.Unsupported("the key derivation of the file"));
        }
        if (!KeystoreJson.text(figures, "prf").equals("hmac-sha256")) {
            throw new KeystoreException(new KeystoreReading.Unsupported("the hash of its key derivation"));
        }
        return new Pbkdf(whole(figures, "c", 1, MOST_ROUNDS), salt, size);
    }

    private static KeystoreKdf scrypt(JsonNode figures, Bytes salt, int size) throws KeystoreException {
        int n = whole(figures, "n", 2, 1 << 24);
        int r = whole(figures, "r", 1, 1 << 12);
        int p = whole(figures, "p", 1, MOST_SCRYPT_LANES);
        if (Integer.bitCount(n) != 1) {
            throw KeystoreException.malformed("n is not a power of two");
        }
        if (128L * n * r > MOST_SCRYPT_MEMORY) {
            throw new KeystoreException(new KeystoreReading.TooCostly("scrypt memory"));
        }
        return new ScryptFigures(n, r, p, salt, size);
    }

    private static int whole(JsonNode parent, String name, int least, int most) throws KeystoreException {
        JsonNode node = parent.path(name);
        if (!node.isIntegralNumber() || node.bigIntegerValue().compareTo(BigInteger.valueOf(least)) < 0) {
            throw KeystoreException.malformed(name);
        }
        if (node.bigIntegerValue().compareTo(BigInteger.valueOf(most)) > 0) {
            throw new KeystoreException(new KeystoreReading.TooCostly(name));
        }
        return node.intValue();
    }
}
