package org.lifeboat.testkit.anvil;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A plain JSON-RPC client for a node that a test trusts. Not the wallet's own path, on purpose.
public record NodeClient(URI url) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param parametersJson a JSON array
    /// @return the `result` member
    public JsonNode rpc(String method, String parametersJson) {
        String request =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, parametersJson);
        JsonNode answer = JSON.readTree(post(request));
        if (answer.has("error")) {
            throw new NodeError(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    /// Sends `body` as it is and returns the body that comes back.
    public String post(String body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The node answered with an error.
    public static final class NodeError extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        NodeError(String message) {
            super(message);
        }
    }
}
