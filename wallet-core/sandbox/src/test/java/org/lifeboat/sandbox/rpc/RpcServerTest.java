package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.testkit.anvil.NodeClient;

class RpcServerTest {
    private static final String QUESTION = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\"}";

    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.start(new TestChain(Mining.AT_ONCE).rpc(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void question_isAnswered() {
        assertThat(new NodeClient(server.url()).post(QUESTION))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x0\"}");
    }

    /// `PORT` stands for the server's own.
    @ParameterizedTest
    @CsvSource({
        "POST, Host: 127.0.0.1:PORT, Content-Type: application/json, 200",
        "POST, Host: localhost:PORT, content-type: Application/JSON; charset=utf-8, 200",
        "POST, Host: evil.example:PORT, Content-Type: application/json, 403",
        "POST, Host: 127.0.0.1, Content-Type: application/json, 403",
        "POST, Host: 127.0.0.1:PORT, Content-Type: text/plain, 415",
        "POST, Host: 127.0.0.1:PORT, X: y, 415",
        "GET, Host: 127.0.0.1:PORT, Content-Type: application/json, 405",
        "OPTIONS, Host: 127.0.0.1:PORT, Origin: https://page.example, 403",
        "POST, Host: 127.0.0.1:PORT, Origin: null, 403"
    })
    void webPage_isKeptOut(String method, String host, String header, int status) throws IOException {
        String head = method + " / HTTP/1.1\r\n"
                + host.replace("PORT", "" + server.url().getPort()) + "\r\n" + header + "\r\nContent-Length: "
                + QUESTION.length() + "\r\nConnection: close\r\n\r\n";

        assertThat(statusOf(head + QUESTION)).isEqualTo(status);
    }

    @Test
    void request_thatIsTooLargeIsRefused() throws IOException {
        int size = 5 * 1024 * 1024 + 1;
        String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + server.url().getPort()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + size + "\r\nConnection: close\r\n\r\n";

        assertThat(statusOf(head + " ".repeat(size))).isEqualTo(413);
        assertThat(new NodeClient(server.url()).post(QUESTION)).contains("\"result\"");
    }

    private int statusOf(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            String line = new String(answer.readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(line.substring(9));
        }
    }
}
