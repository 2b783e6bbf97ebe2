package org.lifeboat.vault.keystore;

/// Carries the outcome of a refused file out of the parser; does not leave this package.
final class KeystoreException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient KeystoreReading outcome;

    KeystoreException(KeystoreReading outcome) {
        super("keystore refused", null, false, false);
        this.outcome = outcome;
    }

    static KeystoreException malformed(String what) {
        return new KeystoreException(new KeystoreReading.Malformed(what));
    }

    KeystoreReading outcome() {
        return outcome;
    }
}
