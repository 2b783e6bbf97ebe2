package org.lifeboat.ui.balances;

import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;

/// What the form for a token shows. Nothing is added before its facts have been seen.
public sealed interface TokenScreen {
    /// The records are being read.
    record Loading() implements TokenScreen {}

    /// No network has a source that could be asked.
    record NoSource() implements TokenScreen {}

    /// @param networks those that can be asked
    /// @param address as typed
    record Asking(List<Network> networks, Network network, String address, Problem problem) implements TokenScreen {
        public Asking {
            networks = List.copyOf(networks);
        }
    }

    /// Its name, symbol and decimals are being asked for.
    record Reading() implements TokenScreen {}

    /// What the contract says of itself, to be looked at before it is added.
    /// @param hosts sources that said the same
    record Found(
            Network network,
            Address contract,
            TokenFacts facts,
            List<TokenReader.Oddity> oddities,
            List<Tokens.Warning> warnings,
            List<String> hosts)
            implements TokenScreen {
        public Found {
            oddities = List.copyOf(oddities);
            warnings = List.copyOf(warnings);
            hosts = List.copyOf(hosts);
        }
    }

    record Added(Token token) implements TokenScreen {}

    /// Why nothing was found.
    sealed interface Problem {
        record None() implements Problem {}

        record NotAnAddress() implements Problem {}

        /// A typing error.
        record Checksum() implements Problem {}

        record AlreadyThere(Token token) implements Problem {}

        /// There is no token at this address.
        record NotAToken() implements Problem {}

        /// Two sources say different things.
        record SourcesDiffer(String one, String other) implements Problem {}

        /// @param reason in the source's words; may be empty
        record Unanswered(String reason) implements Problem {}
    }
}
