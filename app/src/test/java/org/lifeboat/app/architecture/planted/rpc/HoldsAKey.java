package org.lifeboat.app.architecture.planted.rpc;

/// A planted breach: rpc uses a class of web3j that holds keys.
final class HoldsAKey {
    private HoldsAKey() {}

    static Object key() {
        return org.web3j.crypto.Credentials.class;
    }
}
