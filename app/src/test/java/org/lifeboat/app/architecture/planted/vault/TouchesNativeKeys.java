package org.lifeboat.app.architecture.planted.vault;

/// A planted breach: native cryptography outside crypto.
final class TouchesNativeKeys {
    private TouchesNativeKeys() {}

    static Object library() {
        return fr.acinq.secp256k1.Secp256k1.class;
    }
}
