package org.lifeboat.evm.precompile;

/// What contracts give back.
final class Output {
    private Output() {}

    /// A word that is 1 or 0.
    static byte[] truth(boolean value) {
        byte[] word = new byte[32];
        word[31] = (byte) (value ? 1 : 0);
        return word;
    }
}
