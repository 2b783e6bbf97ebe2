package org.lifeboat.engine.source;

/// The way requests leave this machine. Requests to the machine itself always go directly.
public sealed interface Route {
    record Direct() implements Route {}

    /// An HTTP proxy; encrypted endpoints are reached through `CONNECT`.
    record HttpProxy(String host, int port) implements Route {
        public HttpProxy {
            checkPort(port);
        }
    }

    /// A SOCKS 5 proxy such as Tor. Host names are sent to the proxy and never looked up here.
    record Socks(String host, int port) implements Route {
        public Socks {
            checkPort(port);
        }
    }

    Route DIRECT = new Direct();

    private static void checkPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port number");
        }
    }
}
