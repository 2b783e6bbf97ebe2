package org.lifeboat.sandbox.rpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.lifeboat.sandbox.web.LoopbackServer;
import org.lifeboat.sandbox.web.WebPages;

/// HTTP on loopback: one path, POST, JSON. Close it to free the port.
///
/// A web page in a browser on this computer must not reach it ([WebPages]); besides, its scripts cannot send JSON
/// without asking first, which is not answered.
public final class RpcServer implements AutoCloseable {
    /// Source: geth, rpc/http.go, `defaultBodyLimit`. Unit: bytes.
    private static final int LARGEST_REQUEST = 5 * 1024 * 1024;

    // RFC 9110, section 15.
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final HttpServer server;
    private final ExecutorService threads;
    private final JsonRpc rpc;
    private final WebPages pages;

    private RpcServer(HttpServer server, JsonRpc rpc) {
        this.server = server;
        this.rpc = rpc;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.pages = WebPages.keptFrom(server);
    }

    /// @param port 0: any that is free
    /// @throws IOException if the port is taken
    public static RpcServer start(JsonRpc rpc, int port) throws IOException {
        RpcServer started = new RpcServer(LoopbackServer.bind(port), rpc);
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::handle);
        started.server.start();
        return started;
    }

    /// `http://127.0.0.1:PORT`
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Integer> refusal = refusal(exchange);
            if (refusal.isPresent()) {
                exchange.sendResponseHeaders(refusal.get(), -1);
                return;
            }
            byte[] request = read(exchange.getRequestBody());
            if (request.length > LARGEST_REQUEST) {
                exchange.sendResponseHeaders(CONTENT_TOO_LARGE, -1);
                return;
            }
            Optional<byte[]> answer = rpc.answer(request);
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(NO_CONTENT, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, answer.get().length);
            exchange.getResponseBody().write(answer.get());
        }
    }

    private Optional<Integer> refusal(HttpExchange exchange) {
        if (pages.mayHaveSent(exchange)) {
            return Optional.of(FORBIDDEN);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Optional.of(METHOD_NOT_ALLOWED);
        }
        @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean json = type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
        return json ? Optional.empty() : Optional.of(UNSUPPORTED_MEDIA_TYPE);
    }

    /// One byte more than allowed is enough to know that it is too much.
    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(LARGEST_REQUEST + 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
