package org.lifeboat.rpc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.Route;

/// The SOCKS route against a proxy made of a server socket, and the small HTTP reader against texts.
class SocksTransportTest {
    private static final URI ONION = URI.create("http://lifeboat.onion:8545/key?x=1");
    private static final Duration TIME = Duration.ofSeconds(10);

    /// Plays proxy and server in one; completes with the name and the port asked for and the HTTP head received.
    private static CompletableFuture<String> proxy(ServerSocket server, int reply, String answer) {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                in.readNBytes(3);
                client.getOutputStream().write(new byte[] {5, 0});
                in.readNBytes(4);
                String name = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
                int port = in.readUnsignedShort();
                client.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
                StringBuilder head = new StringBuilder();
                while (reply == 0 && head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) in.readUnsignedByte());
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                seen.complete(name + ":" + port + "\n" + head);
                in.readAllBytes();
            } catch (IOException e) {
                seen.completeExceptionally(e);
            }
        });
        return seen;
    }

    private static Transport through(ServerSocket server) {
        var route = new Route.Socks("127.0.0.1", server.getLocalPort());
        return new Transports(route, InstantSource.system()).to(ONION);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void post_asksTheProxyByNameAndReadsTheAnswer() throws Exception {
        try (ServerSocket server = listen()) {
            var seen = proxy(server, 0, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

            byte[] body = through(server).post("[]".getBytes(StandardCharsets.US_ASCII), TIME, 100);

            assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo("{}");
            assertThat(seen.get())
                    .startsWith("lifeboat.onion:8545\nPOST /key?x=1 HTTP/1.1\r\nHost: lifeboat.onion:8545\r\n")
                    .contains("User-Agent: lifeboat\r\n")
                    .doesNotContain("Cookie");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://[2001:db8::1]:8545, 04 2001 0db8 0000 0000 0000 0000 0000 0001 2161",
        "http://203.0.113.7:8545, 03 0b 3230 332e 302e 3131 332e 37 2161"
    })
    void connect_namesANumberAsTheRulesWantIt(URI address, String expected) throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        byte[] answers = {5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

        Socks5.connect(new ByteArrayInputStream(answers), sent, address.getHost(), address.getPort());

        assertThat(HexFormat.of().formatHex(sent.toByteArray()))
                .isEqualTo("050100" + "050100" + expected.replace(" ", ""));
    }

    @Test
    void encryptedSource_seesNothingButTlsOnTheWire() throws Exception {
        try (ServerSocket server = listen()) {
            CompletableFuture<Integer> first = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                try (Socket client = server.accept()) {
                    DataInputStream in = new DataInputStream(client.getInputStream());
                    in.readNBytes(3);
                    client.getOutputStream().write(new byte[] {5, 0});
                    in.readNBytes(4);
                    in.readNBytes(in.readUnsignedByte() + 2);
                    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                    first.complete(in.readUnsignedByte());
                } catch (IOException e) {
                    first.completeExceptionally(e);
                }
            });
            var route = new Route.Socks("127.0.0.1", server.getLocalPort());
            Transport transport =
                    new Transports(route, InstantSource.system()).to(URI.create("https://node.example/key"));

            assertThatThrownBy(() -> transport.post(new byte[2], TIME, 100))
                    .isInstanceOfSatisfying(SourceFault.class, fault -> {
                        assertThat(fault.failure()).isEqualTo(Failure.UNREACHABLE);
                        assertThat(fault.detail()).doesNotContain("key");
                    });
            assertThat(first.get()).as("a TLS handshake record").isEqualTo(0x16);
        }
    }

    @Test
    void post_proxyThatCannotConnectIsUnreachableWithoutThePath() throws IOException {
        try (ServerSocket server = listen()) {
            proxy(server, 4, "");

            assertThatThrownBy(() -> through(server).post(new byte[2], TIME, 100))
                    .isInstanceOfSatisfying(SourceFault.class, fault -> {
                        assertThat(fault.failure()).isEqualTo(Failure.UNREACHABLE);
                        assertThat(fault.detail()).contains("SOCKS reply 4").doesNotContain("key");
                    });
        }
    }

    @Test
    void post_noAnswerInTimeIsTimedOut() throws IOException {
        try (ServerSocket server = listen()) {
            proxy(server, 0, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{");

            assertThatThrownBy(() -> through(server).post(new byte[2], Duration.ofMillis(200), 100))
                    .isInstanceOfSatisfying(
                            SourceFault.class,
                            fault -> assertThat(fault.failure()).isEqualTo(Failure.TIMED_OUT));
        }
    }

    private static Http11.Answer read(String text, int maximum) throws IOException {
        return Http11.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), maximum);
    }

    @Test
    void read_joinsChunksAndSkipsInterimAnswers() throws IOException {
        Http11.Answer answer = read(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
                5);

        assertThat(answer.body()).isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nabcdef"
            })
    void read_stopsAtTheBound(String text) {
        assertThatThrownBy(() -> read(text, 5))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.failure()).isEqualTo(Failure.OVERSIZED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "SSH-2.0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\nabc"
            })
    void read_refusesWhatIsNotHttp(String text) {
        assertThatThrownBy(() -> read(text, 100)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "120, PT2M", "'Sat, 21 Nov 2026 10:00:05 GMT', PT5S", "'Sat, 21 Nov 2026 09:00:00 GMT', PT0S"
    })
    void delay_readsSecondsAndDates(String text, Duration expected) {
        Instant now = Instant.parse("2026-11-21T10:00:00Z");

        assertThat(HttpRules.delay(text, now)).contains(expected);
        assertThat(HttpRules.delay("soon", now)).isEqualTo(Optional.empty());
    }
}
