package org.lifeboat.engine.network;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;

/// An endpoint of a network as the user keeps it.
/// @param consent whether it may be asked at all
/// @param position in the order in which the user wants endpoints asked, from 0
public record Endpoint(SourceId id, Consent consent, int position) {
    public Endpoint {
        if (position < 0) {
            throw new IllegalArgumentException("negative position");
        }
    }

    /// What the user has agreed to.
    public sealed interface Consent {
        /// Not asked yet, or taken back: no request goes there, not even for its chain id.
        record None() implements Consent {}

        /// Confirmed.
        /// @param insecureToo the user has read that the way there is open to others (plain http to another
        /// machine)
        record Given(Instant at, boolean insecureToo) implements Consent {}
    }

    /// Whether requests may go there: confirmed, and either protected or confirmed as unprotected.
    public boolean mayBeAsked() {
        return switch (consent) {
            case Consent.None _ -> false;
            case Consent.Given(var _, boolean insecureToo) ->
                switch (EndpointAddress.check(id.url())) {
                    case EndpointAddress.Protected _ -> true;
                    case EndpointAddress.Unprotected _ -> insecureToo;
                    case EndpointAddress.Unusable _ -> false;
                };
        };
    }

    public Optional<Instant> confirmedAt() {
        return consent instanceof Consent.Given(Instant at, var _) ? Optional.of(at) : Optional.empty();
    }
}
