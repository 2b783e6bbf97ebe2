package org.lifeboat.engine.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// What can be said of an endpoint's address before anything is sent there.
public sealed interface EndpointAddress {
    /// The longest address that is read.
    int LENGTH_LIMIT = 2_000;

    /// A TCP port has 16 bits (RFC 9293, section 3.1).
    int HIGHEST_PORT = 65_535;

    /// https, or this very computer.
    /// @param url as given, without blanks around it
    record Protected(String url, boolean thisComputer) implements EndpointAddress {}

    /// Plain http to another machine: everybody on the way reads and can change every answer. Only after the
    /// user has confirmed exactly that.
    record Unprotected(String url) implements EndpointAddress {}

    /// No endpoint address.
    record Unusable(Problem problem) implements EndpointAddress {}

    enum Problem {
        /// Not a URL with a host.
        NOT_A_URL,
        /// Neither http nor https.
        UNKNOWN_SCHEME,
        /// A user name or password stands in it, which would be kept and shown; keys belong in the path.
        USER_INFO,
        TOO_LONG
    }

    /// Looks at the text only; no name is looked up, nothing is sent.
    static EndpointAddress check(String text) {
        String url = text.strip();
        if (url.length() > LENGTH_LIMIT) {
            return new Unusable(Problem.TOO_LONG);
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return new Unusable(Problem.NOT_A_URL);
        }
        if (uri.getScheme() == null
                || uri.getHost() == null
                || uri.getRawFragment() != null
                || uri.getPort() > HIGHEST_PORT) {
            return new Unusable(Problem.NOT_A_URL);
        }
        if (uri.getRawUserInfo() != null) {
            return new Unusable(Problem.USER_INFO);
        }
        boolean thisComputer = Endpoint.isLoopback(uri.getHost());
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> new Protected(url, thisComputer);
            case "http" -> thisComputer ? new Protected(url, true) : new Unprotected(url);
            default -> new Unusable(Problem.UNKNOWN_SCHEME);
        };
    }
}
