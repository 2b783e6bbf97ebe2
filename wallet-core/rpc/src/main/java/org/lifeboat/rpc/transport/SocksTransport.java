package org.lifeboat.rpc.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.Route;

/// HTTP/1.1 through a SOCKS 5 proxy, which the JDK's HTTP client does not offer. One connection a request.
final class SocksTransport implements WebTransport {
    private final Route.Socks proxy;
    private final URI address;
    private final InstantSource clock;

    SocksTransport(Route.Socks proxy, URI address, InstantSource clock) {
        this.proxy = proxy;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public byte[] post(byte[] body, Duration timeout, int maximumBytes) throws SourceFault {
        return ask(out -> Http11.post(out, address, body), timeout, maximumBytes)
                .body();
    }

    @Override
    public Fetched get(String accept, Duration timeout, int maximumBytes) throws SourceFault {
        Http11.Answer answer = ask(out -> Http11.get(out, address, accept), timeout, maximumBytes);
        return new Fetched(answer.body(), answer.header("content-type"), answer.header("eth-consensus-version"));
    }

    /// Writes the request.
    private interface Asking {
        void write(OutputStream out) throws IOException;
    }

    private Http11.Answer ask(Asking asking, Duration timeout, int maximumBytes) throws SourceFault {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            FutureTask<Http11.Answer> exchange = new FutureTask<>(() -> exchange(socket, asking, maximumBytes));
            Thread.startVirtualThread(exchange);
            Http11.Answer answer = await(exchange, timeout);
            HttpRules.check(
                    answer.status(), answer.header("content-encoding"), answer.header("retry-after"), clock.instant());
            return answer;
        } catch (SourceFault e) {
            throw e;
        } catch (IOException e) {
            throw new SourceFault(Failure.UNREACHABLE, "no connection to the proxy could be made");
        }
    }

    /// Leaving with a fault closes the socket, which ends the exchange wherever it stands.
    private Http11.Answer await(FutureTask<Http11.Answer> exchange, Duration timeout) throws SourceFault {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SourceFault(Failure.TIMED_OUT, "there was no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFault(Failure.CANCELLED, "the request was cancelled");
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        }
    }

    private Http11.Answer exchange(Socket socket, Asking asking, int maximumBytes) throws IOException {
        boolean encrypted = address.getScheme().equalsIgnoreCase("https");
        int standardPort = encrypted ? 443 : 80;
        int port = address.getPort() < 0 ? standardPort : address.getPort();
        socket.connect(new InetSocketAddress(Socks5.bare(proxy.host()), proxy.port()));
        Socks5.connect(socket.getInputStream(), socket.getOutputStream(), address.getHost(), port);
        Socket channel = encrypted ? encrypt(socket, port) : socket;
        asking.write(new BufferedOutputStream(channel.getOutputStream()));
        return Http11.read(new BufferedInputStream(channel.getInputStream()), maximumBytes);
    }

    private SSLSocket encrypt(Socket socket, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, Socks5.bare(address.getHost()), port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // Without it any valid certificate would do.
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private SourceFault fault(@Nullable Throwable cause) {
        String start = address.getHost() + " cannot be reached through the proxy: ";
        return switch (cause) {
            case SourceFault own -> own;
            case ConnectException e -> new SourceFault(Failure.UNREACHABLE, start + e.getMessage());
            case UnknownHostException _ -> new SourceFault(Failure.UNREACHABLE, "the proxy's name is unknown");
            case SSLException _ ->
                new SourceFault(Failure.UNREACHABLE, start + "no trustworthy encrypted connection could be made");
            case ProtocolException _ ->
                new SourceFault(Failure.MALFORMED, "the answer ended early or broke the rules of HTTP");
            case IOException _ -> new SourceFault(Failure.UNREACHABLE, start + "the connection was closed");
            case null, default -> throw new IllegalStateException("the SOCKS transport failed unexpectedly", cause);
        };
    }
}
