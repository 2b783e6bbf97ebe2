package org.lifeboat.conformance.window;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One node that stands for many networks: `http://127.0.0.1:PORT/CHAIN` answers as the node does, but calls
/// itself chain CHAIN. So twenty networks are read and checked for real without twenty nodes.
record ChainMirror(HttpServer server, ExecutorService threads) implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ChainMirror inFrontOf(AnvilNode node) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        NodeClient client = new NodeClient(node.url());
        server.createContext("/", exchange -> answer(exchange, client));
        server.setExecutor(threads);
        server.start();
        return new ChainMirror(server, threads);
    }

    String url(long chain) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + chain;
    }

    private static void answer(HttpExchange exchange, NodeClient client) throws IOException {
        try (exchange) {
            long chain = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode calls = JSON.readTree(asked);
            JsonNode answers = JSON.readTree(client.post(asked));
            if (calls.isArray()) {
                for (int i = 0; i < calls.size(); i++) {
                    rename(calls.get(i), answers.get(i), chain);
                }
            } else {
                rename(calls, answers, chain);
            }
            byte[] body = JSON.writeValueAsBytes(answers);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void rename(JsonNode call, JsonNode answer, long chain) {
        if (call.path("method").asString("").equals("eth_chainId") && answer instanceof ObjectNode object) {
            object.put("result", "0x" + Long.toHexString(chain));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
