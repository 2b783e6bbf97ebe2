package org.lifeboat.app.architecture.planted.engine;

/// A planted breach: engine opens a connection itself.
final class AsksAHost {
    private AsksAHost() {}

    static java.net.http.HttpClient client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
