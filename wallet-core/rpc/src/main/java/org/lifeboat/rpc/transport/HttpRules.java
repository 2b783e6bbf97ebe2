package org.lifeboat.rpc.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.source.Reply.Failure;

/// What both ways of speaking HTTP hold an answer to.
final class HttpRules {
    /// The same for every user and version, so that it tells a server nothing.
    static final String USER_AGENT = "lifeboat";

    static final int ERROR_PAGE_BYTES = 16 * 1024;

    private HttpRules() {}

    /// @param encoding the `Content-Encoding` header
    /// @throws SourceFault unless the answer may be read as it is
    static void check(int status, Optional<String> encoding, Optional<String> retryAfter, Instant now)
            throws SourceFault {
        if (status != 200) {
            throw SourceFault.ofStatus(status, retryAfter.flatMap(text -> delay(text, now)));
        }
        if (encoding.isPresent() && !encoding.get().toLowerCase(Locale.ROOT).equals("identity")) {
            throw new SourceFault(Failure.MALFORMED, "the answer is compressed although that was not asked for");
        }
    }

    /// `Retry-After` (RFC 9110, section 10.2.3): seconds or a date. Empty where it is neither.
    static Optional<Duration> delay(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
