package org.lifeboat.engine.source;

import org.lifeboat.primitives.ChainId;

/// An endpoint as the user entered it.
/// @param url without credentials when shown: see [#shown]
public record SourceId(ChainId chain, String url) {
    /// Host and port only: what may stand on a screen, in a log or an export. API keys sit in paths and queries.
    public String shown() {
        try {
            var uri = java.net.URI.create(url);
            return uri.getPort() < 0 ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + uri.getPort();
        } catch (IllegalArgumentException e) {
            return "(unreadable address)";
        }
    }

    /// Whether it names this computer, so that nobody else learns what is asked.
    public boolean isLocal() {
        try {
            String host = java.net.URI.create(url).getHost();
            return host != null && Endpoint.isLoopback(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Silent about the path, which may hold an API key.
    @Override
    public String toString() {
        return chain + "@" + shown();
    }
}
