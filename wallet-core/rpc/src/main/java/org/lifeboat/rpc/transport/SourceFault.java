package org.lifeboat.rpc.transport;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.source.Reply.Failure;

/// No usable answer to one HTTP request. The message is fit for showing and names no secret.
public final class SourceFault extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Failure failure;
    private final String detail;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    private SourceFault(Failure failure, String detail, int status, Optional<Duration> retryAfter) {
        super(detail);
        this.failure = failure;
        this.detail = detail;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public SourceFault(Failure failure, String detail) {
        this(failure, detail, 0, Optional.empty());
    }

    /// @param retryAfter how long the server asked to wait
    public static SourceFault ofStatus(int status, Optional<Duration> retryAfter) {
        return status == 429
                ? new SourceFault(
                        Failure.RATE_LIMITED, "the server says there were too many requests", status, retryAfter)
                : new SourceFault(Failure.HTTP_STATUS, "the server answered with HTTP " + status, status, retryAfter);
    }

    /// A sentence fit for showing.
    public String detail() {
        return detail;
    }

    public Failure failure() {
        return failure;
    }

    /// The HTTP status where one other than 200 came back; else 0.
    public int status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /// Whether the same request may succeed a little later.
    public boolean worthRepeating() {
        return switch (failure) {
            case UNREACHABLE, RATE_LIMITED -> true;
            case HTTP_STATUS -> status >= 500;
            case TIMED_OUT, MALFORMED, OVERSIZED, MISMATCHED, WRONG_CHAIN, CANCELLED -> false;
        };
    }

    /// Whether the server took offence at the size of a batch rather than at what was asked.
    public boolean mayMeanTooMuchAtOnce() {
        return status == 400 || status == 413;
    }
}
