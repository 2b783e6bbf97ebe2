package org.lifeboat.vault.kdf;

import javax.crypto.SecretKey;

/// Hands bytes to the JDK's ciphers without keeping a copy, as `SecretKeySpec` would. The ciphers ask for a
/// copy of their own and wipe it.
public final class LentKey implements SecretKey {
    private static final long serialVersionUID = 1;

    private final transient byte[] lent;
    private final String algorithm;

    /// @param lent not copied; valid as long as the caller keeps it
    public LentKey(byte[] lent, String algorithm) {
        this.lent = lent;
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        return lent.clone();
    }

    @Override
    public String toString() {
        return "LentKey";
    }
}
