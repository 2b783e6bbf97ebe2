package org.lifeboat.sandbox.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.util.List;
import java.util.Set;

/// Keeps web pages in a browser on this computer away from a door on loopback. Their scripts cannot hide the header
/// `Origin`, and a name that was bent to point here (DNS rebinding) stands in the header `Host`.
public final class WebPages {
    private final Set<String> hosts;

    private WebPages(Set<String> hosts) {
        this.hosts = hosts;
    }

    /// @param server bound to its port
    public static WebPages keptFrom(HttpServer server) {
        int port = server.getAddress().getPort();
        return new WebPages(Set.of("127.0.0.1:" + port, "localhost:" + port));
    }

    /// Whether a page may have sent it.
    public boolean mayHaveSent(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> named = headers.getOrDefault("Host", List.of());
        return named.size() != 1 || !hosts.contains(named.getFirst()) || headers.containsKey("Origin");
    }
}
