package org.lifeboat.rpc.wire;

import java.util.Locale;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ForeignText;
import tools.jackson.databind.JsonNode;

/// A JSON-RPC error object: the source's own words.
/// @param data revert data or the like
public record Refusal(int code, String message, Optional<Bytes> data) {
    private static final int LONGEST_MESSAGE = 300;

    /// Code that some providers use for "too many requests" in a body with status 200, after the HTTP status.
    private static final int TOO_MANY_REQUESTS = 429;

    /// `Limit exceeded`, EIP-1474; also used for logs that are too many, so the message must say more.
    private static final int LIMIT_EXCEEDED = -32_005;

    static Refusal read(Value error) {
        Value code = error.member("code");
        if (!code.node().isIntegralNumber() || !code.node().canConvertToInt()) {
            throw code.wrong("is no error code");
        }
        String message = error.member("message").text();
        return new Refusal(
                code.node().intValue(), shown(message), data(error.node().path("data")));
    }

    /// Cut, and without what could turn, hide or fake a line: the text comes from outside and goes to screens and
    /// logs.
    private static String shown(String message) {
        String clean = message.codePoints()
                .map(point -> ForeignText.isPlain(point) ? point : ' ')
                .limit(LONGEST_MESSAGE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.strip();
    }

    /// Most servers give the data as hex; some put it into an object, some put a word before it.
    private static Optional<Bytes> data(JsonNode data) {
        JsonNode inner = data.isObject() ? data.path("data") : data;
        if (!inner.isString()) {
            return Optional.empty();
        }
        String text = inner.stringValue();
        int start = text.indexOf("0x");
        try {
            return start < 0 ? Optional.empty() : Optional.of(Bytes.fromHex(text.substring(start)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Words, not bytes; the message says what there is to say.
        }
    }

    /// Whether the source asks for patience rather than refusing for good.
    public boolean isRateLimit() {
        String words = message.toLowerCase(Locale.ROOT);
        boolean says = words.contains("rate limit")
                || words.contains("too many requests")
                || words.contains("request limit")
                || words.contains("compute units per second");
        return code == TOO_MANY_REQUESTS || (code == LIMIT_EXCEEDED && says) || says;
    }

    /// Whether one answer was left out because all of them together were too large.
    public boolean isTooMuchAtOnce() {
        String words = message.toLowerCase(Locale.ROOT);
        return words.contains("response too large") || words.contains("batch");
    }
}
