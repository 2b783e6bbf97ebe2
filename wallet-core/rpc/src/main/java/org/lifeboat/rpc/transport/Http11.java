package org.lifeboat.rpc.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request over one connection, RFC 9112. Only what is needed where the JDK's client cannot go: through
/// SOCKS.
final class Http11 {
    private static final int MAXIMUM_HEAD_BYTES = 32 * 1024;
    private static final int MAXIMUM_CHUNK_DIGITS = 7;

    private Http11() {}

    /// @param headers by lower-case name; of a repeated header the last counts
    @SuppressWarnings("ArrayRecordComponent") // The body is handed on at once; answers are never compared.
    record Answer(int status, Map<String, String> headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    static void post(OutputStream out, URI address, byte[] body) throws IOException {
        out.write(head(
                "POST",
                address,
                "Content-Type: application/json",
                "Accept: application/json",
                "Content-Length: " + body.length));
        out.write(body);
        out.flush();
    }

    static void get(OutputStream out, URI address, String accept) throws IOException {
        out.write(head("GET", address, "Accept: " + accept));
        out.flush();
    }

    private static byte[] head(String method, URI address, String... headers) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        return String.join(
                        "\r\n",
                        method + " " + path + query + " HTTP/1.1",
                        "Host: " + host,
                        String.join("\r\n", headers),
                        "User-Agent: " + HttpRules.USER_AGENT,
                        "Connection: close",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// @param maximumBytes of the body
    static Answer read(InputStream in, int maximumBytes) throws IOException {
        Head head = new Head(in);
        int status = status(head.line());
        Map<String, String> headers = headers(head);
        while (status >= 100 && status < 200) { // an interim answer, RFC 9110 section 15.2
            status = status(head.line());
            headers = headers(head);
        }
        return new Answer(status, headers, body(in, head, headers, status == 200, maximumBytes));
    }

    private static int status(String line) throws ProtocolException {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new ProtocolException("no HTTP status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(Head head) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = head.line(); !line.isEmpty(); line = head.line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no HTTP header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Head head, Map<String, String> headers, boolean wanted, int maximum)
            throws IOException {
        if (!wanted) {
            return new byte[0]; // The connection is closed next, so an error page need not be read.
        }
        Optional<String> transfer = Optional.ofNullable(headers.get("transfer-encoding"));
        Optional<String> length = Optional.ofNullable(headers.get("content-length"));
        if (transfer.isPresent()) {
            if (!transfer.get().equalsIgnoreCase("chunked")) {
                throw new ProtocolException("unknown transfer encoding");
            }
            return chunks(in, head, maximum);
        }
        if (length.isEmpty()) {
            byte[] all = in.readNBytes(maximum + 1);
            return within(all, all.length, maximum);
        }
        if (!length.get().matches("\\d{1,18}")) {
            throw new ProtocolException("no content length");
        }
        long announced = Long.parseLong(length.get());
        within(new byte[0], announced, maximum);
        return exactly(in, (int) announced);
    }

    private static byte[] chunks(InputStream in, Head head, int maximum) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = head.line().split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1," + MAXIMUM_CHUNK_DIGITS + "}")) {
                throw new ProtocolException("no chunk size");
            }
            int bytes = Integer.parseInt(size, 16);
            if (bytes == 0) {
                return body.toByteArray();
            }
            within(new byte[0], body.size() + (long) bytes, maximum);
            body.writeBytes(exactly(in, bytes));
            if (!head.line().isEmpty()) {
                throw new ProtocolException("a chunk has no end");
            }
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new ProtocolException("the body ended early");
        }
        return bytes;
    }

    private static byte[] within(byte[] bytes, long size, int maximum) throws SourceFault {
        if (size > maximum) {
            throw BoundedBody.tooLarge(maximum);
        }
        return bytes;
    }

    /// Reads lines, and counts them against one bound.
    private static final class Head {
        private final InputStream in;
        private int bytes;

        Head(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new ProtocolException("the answer ended early");
                }
                bytes++;
                if (bytes > MAXIMUM_HEAD_BYTES) {
                    throw new ProtocolException("the head of the answer is too long");
                }
                line.append((char) next);
            }
            int end = line.length() - 1;
            return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
        }
    }
}
