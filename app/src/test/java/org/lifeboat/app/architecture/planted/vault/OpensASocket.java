package org.lifeboat.app.architecture.planted.vault;

/// A planted breach: the vault reaches for the network.
final class OpensASocket {
    private OpensASocket() {}

    static java.net.Socket socket() {
        return new java.net.Socket();
    }
}
