package org.lifeboat.crypto.ripemd;

import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/// The hash function RIPEMD-160.
public final class Ripemd160 {
    public static final int SIZE = 20;

    private Ripemd160() {}

    /// @return the twenty-byte digest
    public static byte[] digest(byte[] input) {
        RIPEMD160Digest digest = new RIPEMD160Digest();
        digest.update(input, 0, input.length);
        byte[] output = new byte[SIZE];
        digest.doFinal(output, 0);
        return output;
    }
}
