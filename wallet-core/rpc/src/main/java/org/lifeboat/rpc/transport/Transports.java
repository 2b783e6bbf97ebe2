package org.lifeboat.rpc.transport;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Route;

/// Makes transports and ends them together. One HTTP client serves all sources of one route.
public final class Transports implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Route route;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient direct;
    private final HttpClient proxied;

    public Transports(Route route, InstantSource clock) {
        this.route = route;
        this.clock = clock;
        this.direct = client(HttpClient.Builder.NO_PROXY);
        this.proxied = switch (route) {
            case Route.HttpProxy(String host, int port) ->
                client(ProxySelector.of(InetSocketAddress.createUnresolved(Socks5.bare(host), port)));
            case Route.Direct _, Route.Socks _ -> direct;
        };
    }

    private HttpClient client(ProxySelector proxy) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(proxy)
                .executor(threads)
                .build();
    }

    /// @param address an `http` or `https` address with a host
    public WebTransport to(URI address) {
        if (Endpoint.isLoopback(address.getHost())) {
            return new JdkTransport(direct, address, clock);
        }
        return switch (route) {
            case Route.Direct _, Route.HttpProxy _ -> new JdkTransport(proxied, address, clock);
            case Route.Socks socks -> new SocksTransport(socks, address, clock);
        };
    }

    /// Breaks off what is still under way.
    @Override
    public void close() {
        direct.shutdownNow();
        proxied.shutdownNow();
        threads.shutdownNow();
    }
}
