package org.lifeboat.vault.seal;

import java.security.SecureRandom;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.KdfParameters;

/// The key that a password gives with one salt and one set of parameters. Kept while a vault is open, so that
/// it can be written again without asking for the password. Closed by whoever made it.
public final class SealingKey implements AutoCloseable {
    private final KdfParameters parameters;
    private final byte[] salt;
    private final Secret key;

    SealingKey(KdfParameters parameters, byte[] salt, Secret key) {
        this.parameters = parameters;
        this.salt = salt.clone();
        this.key = key;
    }

    /// With a fresh salt; takes as long as the parameters say.
    public static SealingKey fresh(Secret password, KdfParameters parameters, SecureRandom random) {
        byte[] salt = new byte[KdfParameters.SALT_SIZE];
        random.nextBytes(salt);
        return new SealingKey(parameters, salt, parameters.derive(password, salt));
    }

    /// Whether `password` is the one this key was made from; as slow as opening.
    public boolean isFrom(Secret password) {
        try (Secret again = parameters.derive(password, salt)) {
            return key.matches(again);
        }
    }

    public KdfParameters parameters() {
        return parameters;
    }

    byte[] salt() {
        return salt.clone();
    }

    Secret key() {
        return key;
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "SealingKey";
    }
}
