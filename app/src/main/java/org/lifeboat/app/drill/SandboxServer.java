package org.lifeboat.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// The switches of a sandbox's own server on this computer, as `lifeboat sandbox` describes them.
/// @param url on loopback
record SandboxServer(URI url) {
    private static final int OK = 200;

    /// @param parameters as JSON, without the brackets around them
    void ask(String method, String parameters) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}";
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK || answer.body().contains("\"error\"")) {
                throw new IllegalStateException("the sandbox did not take: " + method);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the sandbox does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was told", stopped);
        }
    }
}
