package org.lifeboat.engine.source;

import java.util.Optional;

/// An address that the user entered as a source of a network.
/// @param unencryptedConfirmed the user was told that others on the way can read and change what is said, and
/// agreed
public record Endpoint(SourceId id, boolean unencryptedConfirmed) {

    /// Why no request may go to an address.
    public enum Objection {
        /// Not an `http` or `https` address with a host.
        NO_WEB_ADDRESS,
        /// A name and password before the host: they would stand in every list. A key in the path is accepted.
        CREDENTIALS_IN_ADDRESS,
        /// Plain `http` to another machine, and the user has not agreed to it.
        UNENCRYPTED
    }

    /// What stands against using this endpoint; empty if nothing does. Opens no connection and looks up no name.
    public Optional<Objection> objection() {
        return switch (EndpointAddress.check(id.url())) {
            case EndpointAddress.Protected _ -> Optional.empty();
            case EndpointAddress.Unprotected _ ->
                unencryptedConfirmed ? Optional.empty() : Optional.of(Objection.UNENCRYPTED);
            case EndpointAddress.Unusable(EndpointAddress.Problem problem) ->
                Optional.of(
                        switch (problem) {
                            case USER_INFO -> Objection.CREDENTIALS_IN_ADDRESS;
                            case NOT_A_URL, UNKNOWN_SCHEME, TOO_LONG -> Objection.NO_WEB_ADDRESS;
                        });
        };
    }

    /// Whether `host` is this machine by its own name or number: `localhost`, 127.0.0.0/8 or `[::1]`
    /// (RFC 1122, section 3.2.1.3 (g): such addresses never leave the machine).
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
