package org.lifeboat.sandbox.beacon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.sandbox.web.LoopbackServer;
import org.lifeboat.sandbox.web.WebPages;

/// One beacon node on loopback. Several may show the same chain, each with a trick of its own.
public final class BeaconFace implements AutoCloseable {
    /// More than any reader should take.
    private static final int ENDLESS = 64 * 1024 * 1024;

    /// RFC 9110, section 15.5.4.
    private static final int FORBIDDEN = 403;

    private final BeaconChain chain;
    private final HttpServer server;
    private final WebPages pages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Trick> trick = new AtomicReference<>(Trick.HONEST);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean speaksSsz = true;

    private BeaconFace(BeaconChain chain, HttpServer server) {
        this.chain = chain;
        this.server = server;
        this.pages = WebPages.keptFrom(server);
    }

    /// Opens a port that the system chooses.
    public static BeaconFace open(BeaconChain chain) {
        try {
            HttpServer server = LoopbackServer.bind(0);
            BeaconFace face = new BeaconFace(chain, server);
            server.setExecutor(face.threads);
            server.createContext("/", face::answer);
            server.start();
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback could be opened", e);
        }
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void play(Trick chosen) {
        trick.set(chosen);
    }

    /// Answers in JSON even to those who would take SSZ.
    public void speakOnlyJson() {
        speaksSsz = false;
    }

    public int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            if (pages.mayHaveSent(exchange)) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
                return;
            }
            String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
            boolean ssz = speaksSsz && accept.startsWith("application/octet-stream");
            Trick chosen = trick.get();
            Answer answer = answer(exchange.getRequestURI(), ssz, chosen);
            send(exchange, answer, chosen);
        }
    }

    private Answer answer(URI asked, boolean ssz, Trick chosen) {
        return switch (chosen) {
            case BROKEN -> Answer.error(500, "broken");
            case NOTHING_THERE -> Answer.error(404, "no such thing");
            default -> new Routes(chain, chosen).answer(asked, ssz);
        };
    }

    private static void send(HttpExchange exchange, Answer answer, Trick trick) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", answer.ssz() ? "application/octet-stream" : "application/json");
        answer.fork().ifPresent(fork -> exchange.getResponseHeaders().set("Eth-Consensus-Version", name(fork, trick)));
        byte[] body = answer.body().toArray();
        boolean data = answer.status() == 200;
        if (data && trick == Trick.GARBAGE) {
            body = new byte[] {'<', 'h', 't', 'm', 'l', '>'};
        }
        if (data && trick == Trick.OVERSIZED) {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int sent = 0; sent < ENDLESS; sent += 8192) {
                    out.write(new byte[8192]);
                }
            }
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        int length = data && trick == Trick.CUT_OFF ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, length);
        exchange.getResponseBody().flush();
    }

    static String name(Fork fork, Trick trick) {
        return trick == Trick.UNKNOWN_FORK ? "tomorrow" : fork.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
