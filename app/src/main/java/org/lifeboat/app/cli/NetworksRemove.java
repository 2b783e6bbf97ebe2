package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
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
                    NetworkJson.of(chosen, networks),
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
            case Networks.Outcome.NotThere _,
                    Networks.Outcome.AlreadyThere _,
                    Networks.Outcome.UnknownL1 _,
                    Networks.Outcome.OtherMoney _ -> throw shell.stop(ExitCode.REFUSED, "cli.network.unknown", network);
        }
    }

    private void removeSource(Networks networks, Network chosen, String which) {
        networks.removeEndpoint(NetworkPick.source(shell, networks, chosen, which));
    }
}
