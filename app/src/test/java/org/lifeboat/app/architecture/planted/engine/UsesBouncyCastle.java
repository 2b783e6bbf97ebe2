package org.lifeboat.app.architecture.planted.engine;

/// A planted breach: Bouncy Castle in engine.
final class UsesBouncyCastle {
    private UsesBouncyCastle() {}

    static Object digest() {
        return org.bouncycastle.crypto.digests.SHA256Digest.class;
    }
}
