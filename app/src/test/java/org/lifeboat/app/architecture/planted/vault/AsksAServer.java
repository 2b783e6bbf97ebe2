package org.lifeboat.app.architecture.planted.vault;

/// A planted breach: the vault uses more of web3j than crypto.
final class AsksAServer {
    private AsksAServer() {}

    static Object service() {
        return org.web3j.protocol.Web3jService.class;
    }
}
