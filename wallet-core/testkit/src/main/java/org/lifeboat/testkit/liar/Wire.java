package org.lifeboat.testkit.liar;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Sends an answer's bytes, or something else in their place.
final class Wire {
    private static final int BOMB_BYTES = 64 * 1024 * 1024;
    private static final int DRIP_MILLIS = 50;
    private static final int NESTING = 100_000;

    private Wire() {}

    static void send(HttpExchange exchange, Lie lie, byte[] truth) throws IOException, InterruptedException {
        switch (lie) {
            case CUT_OFF_BODY -> part(exchange, truth, truth.length / 2);
            case ENDLESS_BODY -> endless(exchange);
            case SLOW_DRIP -> drip(exchange, truth);
            case HTTP_500 -> whole(exchange, 500, "oops".getBytes(StandardCharsets.UTF_8));
            case HTTP_404 -> whole(exchange, 404, "not here".getBytes(StandardCharsets.UTF_8));
            case HTTP_429 -> tooMany(exchange, 30);
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.2:9/elsewhere");
                whole(exchange, 307, new byte[0]);
            }
            case HTML -> whole(exchange, 200, "<html><body>Log in</body></html>".getBytes(StandardCharsets.UTF_8));
            case EMPTY_BODY -> whole(exchange, 200, new byte[0]);
            case INVALID_UTF8 -> whole(exchange, 200, withInvalidUtf8(truth));
            case NESTING_BOMB -> whole(exchange, 200, "[".repeat(NESTING).getBytes(StandardCharsets.UTF_8));
            case GZIP_BOMB -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                whole(exchange, 200, bomb());
            }
            case DOUBLED_MEMBER -> whole(exchange, 200, withDoubledMember(truth));
            case CONNECTION_CLOSED -> exchange.close();
            default -> whole(exchange, 200, truth);
        }
    }

    static void tooMany(HttpExchange exchange, int seconds) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
        whole(exchange, 429, new byte[0]);
    }

    static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Promises all bytes, sends some and hangs up.
    private static void part(HttpExchange exchange, byte[] body, int sent) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /// Until the other side hangs up.
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] spaces = new byte[64 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(spaces);
            }
        }
    }

    /// One byte at a time, until the other side hangs up or has it all.
    private static void drip(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte one : body) {
                out.write(one);
                out.flush();
                Thread.sleep(DRIP_MILLIS);
            }
        }
    }

    private static byte[] withInvalidUtf8(byte[] truth) {
        byte[] changed = truth.clone();
        int place = new String(truth, StandardCharsets.ISO_8859_1).indexOf("jsonrpc");
        changed[place] = (byte) 0xc3; // Begins a two-byte letter whose second byte does not follow.
        return changed;
    }

    private static byte[] withDoubledMember(byte[] truth) {
        String text = new String(truth, StandardCharsets.UTF_8);
        return text.replaceFirst("\\{", "{\"result\":\"0x1\",").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < BOMB_BYTES / zeros.length; i++) {
                zip.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
