package org.lifeboat.rpc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.Route;

/// The HTTP proxy against a server socket: what it is told, and what it is not.
class HttpProxyTest {
    private static final Duration TIME = Duration.ofSeconds(10);

    /// What the proxy heard first, and the first byte after its answer.
    private record Heard(String head, int next) {}

    private static CompletableFuture<Heard> proxy(ServerSocket server, String answer, boolean listenOn) {
        CompletableFuture<Heard> heard = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) in.readUnsignedByte());
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                heard.complete(new Heard(head.toString(), listenOn ? in.readUnsignedByte() : 0));
                if (!listenOn) {
                    in.readAllBytes();
                }
            } catch (IOException e) {
                heard.completeExceptionally(e);
            }
        });
        return heard;
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private static Transport through(ServerSocket server, String address) {
        var route = new Route.HttpProxy("127.0.0.1", server.getLocalPort());
        return new Transports(route, InstantSource.system()).to(URI.create(address));
    }

    @Test
    void plainSource_isAskedThroughTheProxyByItsWholeAddress() throws Exception {
        try (ServerSocket server = listen()) {
            var heard = proxy(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", false);

            byte[] body = through(server, "http://node.example:8545/key").post(new byte[] {'[', ']'}, TIME, 100);

            assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo("{}");
            assertThat(heard.get().head()).startsWith("POST http://node.example:8545/key HTTP/1.1\r\n");
        }
    }

    @Test
    void encryptedSource_isReachedByATunnel_andTheProxyLearnsItsHostOnly() throws Exception {
        try (ServerSocket server = listen()) {
            var heard = proxy(server, "HTTP/1.1 200 OK\r\n\r\n", true);

            assertThatThrownBy(() -> through(server, "https://node.example/key").post(new byte[2], TIME, 100))
                    .isInstanceOfSatisfying(SourceFault.class, fault -> {
                        assertThat(fault.failure()).isEqualTo(Failure.UNREACHABLE);
                        assertThat(fault.detail()).doesNotContain("key");
                    });
            assertThat(heard.get().head())
                    .startsWith("CONNECT node.example:443 HTTP/1.1\r\n")
                    .doesNotContain("key");
            assertThat(heard.get().next()).as("a TLS handshake record").isEqualTo(0x16);
        }
    }

    @Test
    void thisComputer_isNeverAskedThroughTheProxy() throws Exception {
        try (ServerSocket proxy = listen();
                ServerSocket node = listen()) {
            var heard = proxy(node, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", false);

            byte[] body = through(proxy, "http://127.0.0.1:" + node.getLocalPort() + "/")
                    .post(new byte[2], TIME, 100);

            assertThat(body).hasSize(2);
            assertThat(heard.get().head()).startsWith("POST / HTTP/1.1\r\n");
        }
    }
}
