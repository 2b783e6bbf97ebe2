package org.lifeboat.rpc.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.source.Reply.Failure;

/// HTTP/1.1 by the JDK's client.
public final class JdkTransport implements WebTransport {
    private final HttpClient client;
    private final URI address;
    private final InstantSource clock;

    /// @param client follows no redirects and keeps no cookies; see [Transports]
    JdkTransport(HttpClient client, URI address, InstantSource clock) {
        this.client = client;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public byte[] post(byte[] body, Duration timeout, int maximumBytes) throws SourceFault {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", HttpRules.USER_AGENT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return exchange(request, timeout, maximumBytes).body();
    }

    @Override
    public Fetched get(String accept, Duration timeout, int maximumBytes) throws SourceFault {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", accept)
                .header("User-Agent", HttpRules.USER_AGENT)
                .GET()
                .build();
        HttpResponse<byte[]> answer = exchange(request, timeout, maximumBytes);
        return new Fetched(
                answer.body(),
                answer.headers().firstValue("Content-Type"),
                answer.headers().firstValue("Eth-Consensus-Version"));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration timeout, int maximumBytes) throws SourceFault {
        AtomicBoolean began = new AtomicBoolean();
        HttpResponse<byte[]> answer = await(
                client.sendAsync(request, head -> {
                    began.set(true);
                    return head.statusCode() == 200
                            ? new BoundedBody(maximumBytes, false)
                            : new BoundedBody(HttpRules.ERROR_PAGE_BYTES, true);
                }),
                timeout,
                began);
        HttpRules.check(
                answer.statusCode(),
                answer.headers().firstValue("Content-Encoding"),
                answer.headers().firstValue("Retry-After"),
                clock.instant());
        return answer;
    }

    private HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> pending, Duration timeout, AtomicBoolean began) throws SourceFault {
        try {
            return pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SourceFault(
                    Failure.TIMED_OUT, began.get() ? "the answer did not end in time" : "there was no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFault(Failure.CANCELLED, "the request was cancelled");
        } catch (ExecutionException e) {
            throw fault(e.getCause(), began.get());
        } finally {
            pending.cancel(true); // Ends the exchange where it still runs; does nothing where it is done.
        }
    }

    private SourceFault fault(@Nullable Throwable cause, boolean began) {
        return switch (cause) {
            case SourceFault own -> own;
            case HttpConnectTimeoutException _ -> unreachable("it did not accept a connection in time");
            case HttpTimeoutException _ -> new SourceFault(Failure.TIMED_OUT, "there was no answer in time");
            case ConnectException _ -> unreachable("the connection was refused, or the name is unknown");
            case SSLException _ -> unreachable("no trustworthy encrypted connection could be made");
            case IOException _ -> began ? brokenAnswer() : unreachable("the connection was closed before an answer");
            // The JDK's client reads the length of a body with Long.parseLong and lets that exception through.
            case NumberFormatException _ when began -> brokenAnswer();
            case null, default -> throw new IllegalStateException("the HTTP client failed unexpectedly", cause);
        };
    }

    private static SourceFault brokenAnswer() {
        return new SourceFault(Failure.MALFORMED, "the answer ended early or broke the rules of HTTP");
    }

    private SourceFault unreachable(String why) {
        return new SourceFault(Failure.UNREACHABLE, address.getHost() + " cannot be reached: " + why);
    }
}
