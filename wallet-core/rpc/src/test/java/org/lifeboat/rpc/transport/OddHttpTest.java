package org.lifeboat.rpc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.Route;

/// Answers that break the rules of HTTP, from a server socket, through the JDK's client.
class OddHttpTest {
    @ParameterizedTest
    @CsvSource({
        "'200 OK|Content-Length: abc', MALFORMED",
        "'200 OK|Content-Length: -5', MALFORMED",
        "'200 OK|Content-Length: 99999999999999999999', MALFORMED",
        "'200 OK|Transfer-Encoding: chunked||fffffffffffffffffff', MALFORMED",
        "'1000 OK', UNREACHABLE",
        "'101 Switching Protocols', UNREACHABLE",
        "'301 Moved|Location: http://127.0.0.1:1/|Content-Length: 0', HTTP_STATUS",
        "'308 Moved|Location: ::::|Content-Length: 0', HTTP_STATUS",
        "'401 Who|WWW-Authenticate: Basic realm=\"x\"|Content-Length: 0', HTTP_STATUS",
        "'407 Who|Proxy-Authenticate: Basic realm=\"x\"|Content-Length: 0', HTTP_STATUS",
        "'429 Slow|Retry-After: Fri, 31 Dec 9999 23:59:59 GMT|Content-Length: 0', RATE_LIMITED",
    })
    void answer_thatBreaksTheRulesIsAFault(String head, Failure expected) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                Transports transports = new Transports(Route.DIRECT, InstantSource.system())) {
            answerOnce(server, "HTTP/1.1 " + head.replace("|", "\r\n") + "\r\n\r\n");
            Transport transport = transports.to(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));

            assertThatThrownBy(() -> transport.post(new byte[] {'1'}, Duration.ofSeconds(10), 1_000))
                    .isInstanceOfSatisfying(
                            SourceFault.class,
                            fault -> assertThat(fault.failure()).isEqualTo(expected));
        }
    }

    private static void answerOnce(ServerSocket server, String answer) {
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                StringBuilder seen = new StringBuilder();
                while (!seen.toString().endsWith("\r\n\r\n1")) {
                    seen.append((char) client.getInputStream().read());
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
            } catch (IOException e) {
                // The client has seen enough and hung up.
            }
        });
    }
}
