package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.SourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat networks remove`: a whole network, or one of its sources. Asks nobody.
@Command(name = "remove")
final class NetworksRemove extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--source", paramLabel = "URL|HOST")
    @Nullable
    String source;

    NetworksRemove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Networks networks = profile.networks();
            Network chosen = NetworkPick.require(shell, networks, network);
            String which = source;
            if (which != null) {
                removeSource(networks, chosen, which);
            } else {
                removeNetwork(networks, chosen);
            }
            shell.answer(
                    "networks remove",
                    NetworkJson.of(chosen, networks.endpoints(chosen.chain())),
                    out -> out.println(shell.words().say(said(networks, chosen), chosen.name())));
            return ExitCode.DONE;
        }
    }

    private String said(Networks networks, Network chosen) {
        return source != null
                ? "cli.network.source-removed"
                : networks.find(chosen.chain()).isPresent() ? "cli.network.sources-removed" : "cli.network.removed";
    }

    private void removeNetwork(Networks networks, Network chosen) {
        switch (networks.remove(chosen.chain())) {
            // A bundled network stays in the list and has lost its sources.
            case Networks.Outcome.Done _, Networks.Outcome.Bundled _ -> {}
            case Networks.Outcome.NotThere _, Networks.Outcome.AlreadyThere _, Networks.Outcome.UnknownL1 _ ->
                throw shell.stop(ExitCode.REFUSED, "cli.network.unknown", network);
        }
    }

    private void removeSource(Networks networks, Network chosen, String which) {
        List<SourceId> fitting = networks.endpoints(chosen.chain()).stream()
                .map(Endpoint::id)
                .filter(id -> id.url().equals(which) || id.shown().equals(which))
                .toList();
        Optional<SourceId> one = fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
        networks.removeEndpoint(one.orElseThrow(
                () -> shell.stop(ExitCode.REFUSED, "cli.network.no-such-source", which, chosen.name())));
    }
}
