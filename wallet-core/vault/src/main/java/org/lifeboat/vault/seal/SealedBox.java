package org.lifeboat.vault.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.kdf.LentKey;

/// Bytes under a password. Layout, numbers big-endian:
///
/// ```
/// 0   8   "LIFEBOAT"
/// 8   1   kind: 'V' vault, 'P' whole profile
/// 9   1   version of this layout: 1
/// 10  1   key derivation: 1 = Argon2id, version 0x13
/// 11  4   Argon2id memory, KiB
/// 15  4   Argon2id passes
/// 19  1   Argon2id lanes
/// 20  16  salt
/// 36  12  nonce
/// 48  n   AES-256-GCM: ciphertext and tag of 16 bytes; bytes 0 to 47 are additional authenticated data
/// end 32  SHA-256 of everything before
/// ```
///
/// The SHA-256 protects nothing from an attacker: it tells a damaged file from a wrong password.
public final class SealedBox {
    /// What is inside; part of the authenticated header, so that one cannot be passed off as the other.
    public enum Kind {
        VAULT('V'),
        PROFILE('P');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }
    }

    static final int HEADER_SIZE = 48;
    static final int CHECKSUM_SIZE = 32;
    static final int TAG_SIZE = 16;

    private static final byte[] MAGIC = "LIFEBOAT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int ARGON2ID = 1;
    private static final int NONCE_SIZE = 12;
    private static final int NONCE_AT = HEADER_SIZE - NONCE_SIZE;
    private static final int SALT_AT = NONCE_AT - KdfParameters.SALT_SIZE;

    private SealedBox() {}

    /// @param content not kept; with a fresh nonce each time
    public static byte[] seal(Kind kind, Secret content, SealingKey key, SecureRandom random) {
        byte[] nonce = new byte[NONCE_SIZE];
        random.nextBytes(nonce);
        ByteBuffer file = ByteBuffer.allocate(HEADER_SIZE + content.size() + TAG_SIZE + CHECKSUM_SIZE);
        KdfParameters parameters = key.parameters();
        file.put(MAGIC).put(kind.code).put((byte) VERSION).put((byte) ARGON2ID);
        file.putInt(parameters.memoryKib()).putInt(parameters.passes()).put((byte) parameters.lanes());
        file.put(key.salt()).put(nonce);
        byte[] bytes = file.array();
        content.with(plain -> key.key().with(raw -> {
            try {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, raw, bytes);
                return cipher.doFinal(plain, 0, plain.length, bytes, HEADER_SIZE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM", e);
            }
        }));
        int end = bytes.length - CHECKSUM_SIZE;
        System.arraycopy(checksum(bytes, end), 0, bytes, end, CHECKSUM_SIZE);
        return bytes;
    }

    /// Takes as long as the parameters in the file say, which are checked against their bounds first.
    public static Unsealed open(Kind kind, byte[] file, Secret password) {
        Optional<Unsealed> flaw = flaw(kind, file);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        ByteBuffer header = ByteBuffer.wrap(file, 11, 9);
        Optional<KdfParameters> parameters = KdfParameters.of(header.getInt(), header.getInt(), header.get() & 0xff);
        if (parameters.isEmpty()) {
            return new Unsealed.Damaged("its key derivation figures are out of bounds");
        }
        byte[] salt = Arrays.copyOfRange(file, SALT_AT, NONCE_AT);
        SealingKey key = new SealingKey(parameters.get(), salt, parameters.get().derive(password, salt));
        Unsealed unsealed = decrypt(file, key);
        if (!(unsealed instanceof Unsealed.Content)) {
            key.close();
        }
        return unsealed;
    }

    /// Opens again with a key that is at hand: how a file just written is checked.
    /// @return the content; empty if this is not a whole box under that key
    public static Optional<Secret> reopen(Kind kind, byte[] file, SealingKey key) {
        if (flaw(kind, file).isPresent()
                || !(decrypt(file, key) instanceof Unsealed.Content(Secret content, SealingKey _))) {
            return Optional.empty();
        }
        return Optional.of(content);
    }

    /// What can be told without a password: empty if the file is a whole box of this kind.
    public static Optional<Unsealed> flaw(Kind kind, byte[] file) {
        if (file.length < HEADER_SIZE + TAG_SIZE + CHECKSUM_SIZE) {
            return Optional.of(new Unsealed.Damaged("it is too short"));
        }
        int end = file.length - CHECKSUM_SIZE;
        if (!MessageDigest.isEqual(checksum(file, end), Arrays.copyOfRange(file, end, file.length))) {
            return Optional.of(new Unsealed.Damaged("its checksum does not fit"));
        }
        if (!Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || file[8] != kind.code) {
            return Optional.of(new Unsealed.Damaged("it is another kind of file"));
        }
        if (file[9] != VERSION || file[10] != ARGON2ID) {
            return Optional.of(new Unsealed.UpdateNeeded(file[9] & 0xff));
        }
        return Optional.empty();
    }

    private static Unsealed decrypt(byte[] file, SealingKey key) {
        int size = file.length - HEADER_SIZE - CHECKSUM_SIZE;
        byte[] plain = new byte[size - TAG_SIZE];
        try {
            key.key().with(raw -> {
                try {
                    Cipher cipher = cipher(Cipher.DECRYPT_MODE, raw, file);
                    return cipher.doFinal(file, HEADER_SIZE, size, plain, 0);
                } catch (AEADBadTagException e) {
                    throw new BadTag();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("every JDK has AES-GCM", e);
                }
            });
            return new Unsealed.Content(Secret.take(plain), key);
        } catch (BadTag e) {
            Arrays.fill(plain, (byte) 0);
            return new Unsealed.WrongPassword();
        }
    }

    /// Carries the one expected failure out of a lambda.
    private static final class BadTag extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadTag() {
            super("tag does not fit", null, false, false);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] file) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new LentKey(key, "AES"), new GCMParameterSpec(TAG_SIZE * 8, file, NONCE_AT, NONCE_SIZE));
        cipher.updateAAD(file, 0, HEADER_SIZE);
        return cipher;
    }

    private static byte[] checksum(byte[] file, int end) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, end);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
