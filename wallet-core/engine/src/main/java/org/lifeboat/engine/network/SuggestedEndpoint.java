package org.lifeboat.engine.network;

import java.time.LocalDate;
import java.util.Optional;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// An endpoint that the user may confirm. Nothing is sent to it until then.
/// @param operator who runs it, and so learns what is asked; see [#learnsKey]
/// @param listed the day on which it was read in a public list; empty for this computer's own and for what a user has
/// typed
public record SuggestedEndpoint(SourceId id, String operator, Optional<LocalDate> listed) {
    /// A node on this computer at the port that Ethereum clients open by default (geth's `--http.port`, and
    /// anvil's).
    public static SuggestedEndpoint onThisComputer(ChainId chain) {
        return new SuggestedEndpoint(new SourceId(chain, "http://127.0.0.1:8545"), "", Optional.empty());
    }

    /// The sentence that says what the operator learns, with the operator as its argument.
    public String learnsKey() {
        boolean thisComputer =
                EndpointAddress.check(id.url()) instanceof EndpointAddress.Protected(var _, boolean own) && own;
        return thisComputer ? "endpoint.learns.this_computer" : "endpoint.learns.operator";
    }
}
