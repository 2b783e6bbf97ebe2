package org.lifeboat.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lifeboat sync status`: how far L1 has been verified here. Asks nobody.
@Command(name = "status")
final class SyncStatusCommand extends CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NETWORK", descriptionKey = "network")
    @Nullable
    String network;

    SyncStatusCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            String one = network;
            List<Network> chosen = one != null
                    ? List.of(NetworkPick.require(shell, profile.networks(), one))
                    : profile.networks().all().stream()
                            .filter(each -> !new Beacons(profile.storage().sync())
                                            .endpoints(each.chain())
                                            .isEmpty()
                                    || profile.storage()
                                            .sync()
                                            .checkpoint(each.chain())
                                            .isPresent())
                            .toList();
            var json = JsonDocument.object();
            json.set(
                    "networks",
                    JsonDocument.array(chosen.stream()
                            .map(each -> SyncJson.of(each, profile))
                            .toList()));
            shell.answer("sync status", json, out -> {
                SyncLines lines = new SyncLines(shell.words(), out);
                if (chosen.isEmpty()) {
                    out.println(shell.words().say("cli.sync.none"));
                }
                chosen.forEach(each -> profile.follower(each.chain())
                        .map(Follower::status)
                        .ifPresentOrElse(status -> lines.print(each, status), () -> lines.unknown(each)));
            });
            return ExitCode.DONE;
        }
    }
}
