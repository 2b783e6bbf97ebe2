package org.lifeboat.app.cli;

import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.Beacons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat sync remove`: takes a beacon node out. Asks nobody.
@Command(name = "remove")
final class SyncRemove extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--source", paramLabel = "URL|HOST", required = true)
    String source = "";

    SyncRemove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Beacons beacons = new Beacons(profile.storage().sync());
            List<Endpoint> meant = beacons.endpoints(chosen.chain()).stream()
                    .filter(endpoint -> endpoint.id().url().equals(source)
                            || endpoint.id().shown().equals(source))
                    .toList();
            if (meant.size() != 1) {
                throw shell.stop(ExitCode.REFUSED, "cli.sync.no-such-source", source);
            }
            beacons.remove(meant.getFirst().id());
            shell.answer(
                    "sync remove",
                    SyncJson.of(chosen, profile),
                    out -> out.println(shell.words().say("cli.sync.removed", source, chosen.name())));
            return ExitCode.DONE;
        }
    }
}
