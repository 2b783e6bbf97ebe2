package org.lifeboat.vault.keystore;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.LentKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes keystore files of version 3.
public final class Keystore {
    private static final int VERSION = 3;
    private static final int IV_SIZE = 16;
    private static final int HALF = 16;

    /// The figures go-ethereum writes by default: 256 MiB, about a second. Source: go-ethereum,
    /// accounts/keystore, `StandardScryptN`, `StandardScryptP`, `scryptR`, `scryptDKLen`.
    private static final int N = 1 << 18;

    private static final int R = 8;
    private static final int P = 1;
    private static final int SIZE = 32;

    private Keystore() {}

    /// As below, with the curve's library that this machine prefers.
    public static KeystoreReading read(byte[] json, Secret password) {
        return read(json, password, Secp256k1.preferred());
    }

    /// @param password taken as it is, UTF-8; not kept
    public static KeystoreReading read(byte[] json, Secret password, Secp256k1 curve) {
        try {
            return open(KeystoreJson.read(json), password, curve);
        } catch (KeystoreException e) {
            return e.outcome();
        }
    }

    private static KeystoreReading open(JsonNode root, Secret password, Secp256k1 curve) throws KeystoreException {
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber() || version.intValue() != VERSION) {
            throw new KeystoreException(new KeystoreReading.Unsupported("keystore version " + version));
        }
        JsonNode crypto = root.has("crypto") ? root.path("crypto") : root.path("Crypto");
        if (!KeystoreJson.text(crypto, "cipher").equals("aes-128-ctr")) {
            throw new KeystoreException(new KeystoreReading.Unsupported("the cipher of the file"));
        }
        Bytes iv = KeystoreJson.hex(crypto.path("cipherparams"), "iv");
        Bytes ciphertext = KeystoreJson.hex(crypto, "ciphertext");
        Bytes mac = KeystoreJson.hex(crypto, "mac");
        if (iv.size() != IV_SIZE || mac.size() != Hash32.SIZE || ciphertext.isEmpty() || ciphertext.size() > SIZE) {
            throw KeystoreException.malformed("iv, mac or ciphertext have a wrong length");
        }
        try (Secret derived = KeystoreKdf.read(crypto).derive(password)) {
            if (!MessageDigest.isEqual(mac(derived, ciphertext), mac.toArray())) {
                return new KeystoreReading.WrongPassword();
            }
            return check(cipher(derived, ciphertext.toArray(), iv.toArray()), named(root), curve);
        }
    }

    private static KeystoreReading check(Secret key, Optional<Address> named, Secp256k1 curve) {
        if (!key.with(curve::isValidKey)) {
            key.close();
            return new KeystoreReading.Malformed("what it holds is no private key");
        }
        Address found = key.with(curve::addressOfKey);
        if (named.isPresent() && !named.get().equals(found)) {
            key.close();
            return new KeystoreReading.OtherAddress(named.get(), found);
        }
        return new KeystoreReading.Opened(key, found);
    }

    private static Optional<Address> named(JsonNode root) throws KeystoreException {
        if (!root.path("address").isString()
                || root.path("address").stringValue().isEmpty()) {
            return Optional.empty();
        }
        Bytes address = KeystoreJson.hex(root, "address");
        if (address.size() != Address.SIZE) {
            throw KeystoreException.malformed("address");
        }
        return Optional.of(Address.of(address.toArray()));
    }

    /// @param key a valid private key; not kept
    /// @param password not kept
    /// @return JSON
    public static byte[] write(Secret key, Secret password, Secp256k1 curve, SecureRandom random) {
        byte[] salt = new byte[SIZE];
        byte[] iv = new byte[IV_SIZE];
        random.nextBytes(salt);
        random.nextBytes(iv);
        KeystoreKdf kdf = new KeystoreKdf.ScryptFigures(N, R, P, Bytes.of(salt), SIZE);
        HexFormat hex = HexFormat.of();
        ObjectNode root = KeystoreJson.mapper().createObjectNode();
        root.put("version", VERSION);
        root.put("id", uuid(random).toString());
        root.put("address", key.with(curve::addressOfKey).toHex().substring(2));
        ObjectNode crypto = root.putObject("crypto");
        try (Secret derived = kdf.derive(password)) {
            byte[] ciphertext = key.with(plain -> cipher(derived, plain, iv)).with(byte[]::clone);
            crypto.put("ciphertext", hex.formatHex(ciphertext));
            crypto.putObject("cipherparams").put("iv", hex.formatHex(iv));
            crypto.put("cipher", "aes-128-ctr");
            crypto.put("kdf", "scrypt");
            ObjectNode figures = crypto.putObject("kdfparams");
            figures.put("dklen", SIZE).put("salt", hex.formatHex(salt));
            figures.put("n", N).put("r", R).put("p", P);
            crypto.put("mac", hex.formatHex(mac(derived, Bytes.of(ciphertext))));
        }
        return KeystoreJson.write(root);
    }

    /// Version 4 (RFC 9562, section 5.4) from the given source.
    private static UUID uuid(SecureRandom random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(0xc0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }

    private static byte[] mac(Secret derived, Bytes ciphertext) {
        return derived.with(bytes -> {
            byte[] message = Arrays.copyOfRange(bytes, HALF, HALF + HALF + ciphertext.size());
            System.arraycopy(ciphertext.toArray(), 0, message, HALF, ciphertext.size());
            byte[] mac = Keccak256.digest(message);
            Arrays.fill(message, (byte) 0);
            return mac;
        });
    }

    /// AES-128 in counter mode: the same both ways. A shorter text is a key with leading zeros left out.
    private static Secret cipher(Secret derived, byte[] text, byte[] iv) {
        byte[] half = derived.with(bytes -> Arrays.copyOf(bytes, HALF));
        byte[] out = new byte[SIZE];
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new LentKey(half, "AES"), new IvParameterSpec(iv));
            cipher.doFinal(text, 0, text.length, out, SIZE - text.length);
            return Secret.take(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-CTR", e);
        } finally {
            Arrays.fill(half, (byte) 0);
        }
    }
}
