package org.lifeboat.testkit.liar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An HTTP server on a free port of 127.0.0.1 that hands calls on to an honest node and changes what comes back.
/// Starts as an honest mirror. One lie and one personality at a time; both may be changed while it runs.
public final class LyingProxy implements AutoCloseable {
    private static final int LARGEST_POOR_BATCH = 10;
    private static final int LONGEST_POOR_BODY = 40_000;

    private final Upstream upstream;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> methods = new CopyOnWriteArrayList<>();
    private volatile Lie lie = Lie.NONE;
    private volatile Personality personality = Personality.GENEROUS;
    private volatile Consumer<String> answered = _ -> {};

    private LyingProxy(Upstream upstream, HttpServer server) {
        this.upstream = upstream;
        this.server = server;
    }

    /// @param honestNode for example an anvil's address
    public static LyingProxy inFrontOf(URI honestNode) {
        try {
            InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
            LyingProxy proxy = new LyingProxy(Upstream.at(honestNode), server);
            server.setExecutor(proxy.threads);
            server.createContext("/", proxy::handle);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public LyingProxy tell(Lie next) {
        lie = next;
        return this;
    }

    public LyingProxy play(Personality next) {
        personality = next;
        return this;
    }

    /// Lets somebody know of each method that the node behind has done, before the answer goes out: a sender that is
    /// ended then has sent, and does not know it.
    public LyingProxy telling(Consumer<String> ofMethod) {
        answered = ofMethod;
        return this;
    }

    /// HTTP requests so far.
    public int requests() {
        return requests.get();
    }

    /// Every method asked so far, in order, batches taken apart.
    public List<String> methods() {
        return List.copyOf(methods);
    }

    /// Starts counting anew.
    public void forget() {
        requests.set(0);
        methods.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int number = requests.getAndIncrement();
        Lie told = lie;
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            if (personality == Personality.BODY_OF_40K && asked.length > LONGEST_POOR_BODY) {
                Wire.whole(exchange, 413, new byte[0]);
                return;
            }
            Calls calls = Calls.read(asked);
            methods.addAll(calls.methods());
            answer(exchange, calls, number, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Calls calls, int number, Lie told)
            throws IOException, InterruptedException {
        if (personality == Personality.RATE_LIMITED && number % 3 == 0) {
            Wire.tooMany(exchange, 1);
        } else if (personality == Personality.NO_BATCHES && calls.batch()) {
            Wire.whole(exchange, 400, new byte[0]);
        } else if (personality == Personality.BATCH_OF_10 && calls.calls().size() > LARGEST_POOR_BATCH) {
            JsonNode refusal = Calls.error(Calls.JSON.createObjectNode(), -32_600, "batch too large");
            Wire.whole(exchange, 200, Calls.JSON.writeValueAsBytes(refusal));
        } else {
            Wire.send(exchange, told, body(calls, number % 2 == 1, told));
        }
    }

    private byte[] body(Calls calls, boolean behind, Lie told) {
        PoorNode node = new PoorNode(upstream, personality, behind);
        List<ObjectNode> answers = new ArrayList<>();
        for (JsonNode call : calls.calls()) {
            ObjectNode answer = node.answer(call);
            Distortion.apply(told, call, answer);
            answers.add(answer);
            answered.accept(call.path("method").asString());
        }
        Distortion.batch(told, answers);
        boolean list = calls.batch() || answers.size() != 1;
        return Calls.JSON.writeValueAsBytes(list ? answers : answers.getFirst());
    }

    /// Hangs up on everybody.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
