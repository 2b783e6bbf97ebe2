package org.lifeboat.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// Finds the network that a user means: by chain id, or by name, blanks written as they are or as `-`.
final class NetworkPick {
    private NetworkPick() {}

    /// @return empty if there is none of that name or number
    static Optional<Network> find(Networks networks, String text) {
        Optional<ChainId> chain = chain(text);
        if (chain.isPresent()) {
            return networks.find(chain.get());
        }
        List<Network> named = networks.all().stream()
                .filter(network -> plain(network.name()).equals(plain(text)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// @throws Stop if there is none of that name or number
    static Network require(Shell shell, Networks networks, String text) {
        return find(networks, text).orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", text));
    }

    /// @return empty for a text that is no positive number
    static Optional<ChainId> chain(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(new ChainId(Long.parseLong(text))) : Optional.empty();
    }

    /// The kept source of a network that a user means by its address or host.
    /// @throws Stop if there is none, or more than one
    static SourceId source(Shell shell, Networks networks, Network network, String text) {
        List<SourceId> fitting = networks.endpoints(network.chain()).stream()
                .map(Endpoint::id)
                .filter(id -> id.url().equals(text) || id.shown().equals(text))
                .toList();
        if (fitting.size() != 1) {
            throw shell.stop(ExitCode.REFUSED, "cli.network.no-such-source", text, network.name());
        }
        return fitting.getFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
