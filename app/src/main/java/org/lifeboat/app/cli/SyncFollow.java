package org.lifeboat.app.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat sync follow`: asks the beacon nodes for what is new and checks it, once or until it is stopped.
@Command(name = "follow")
final class SyncFollow extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--once")
    boolean once;

    @Option(names = "--rounds", paramLabel = "N")
    @Nullable
    Integer rounds;

    SyncFollow(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            if (online.beacons(chosen.chain()).isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.sync.no-beacon", chosen.name());
            }
            Follower follower = profile.follower(chosen.chain())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.sync.no-beacon", chosen.name()));
            if (follower.status().phase() == SyncStatus.Phase.NO_CHECKPOINT) {
                throw shell.stop(ExitCode.REFUSED, "cli.sync.no-checkpoint", chosen.name());
            }
            Integer limit = rounds;
            int left = once ? 1 : limit == null ? Integer.MAX_VALUE : limit;
            SyncRound round = follower.round(online.beacons(chosen.chain()), PATIENCE);
            // With --json there is one document, and it is the last round's.
            for (left--; left > 0; left--) {
                if (!shell.options().json) {
                    print(chosen, profile, round);
                }
                Thread.sleep(Duration.ofSeconds(follower.network().secondsPerSlot()));
                round = follower.round(online.beacons(chosen.chain()), PATIENCE);
            }
            return print(chosen, profile, round);
        }
    }

    private ExitCode print(Network chosen, Profile profile, SyncRound round) {
        ObjectNode json = SyncJson.of(chosen, profile);
        json.set(
                "findings",
                JsonDocument.array(round.findings().stream().map(SyncJson::of).toList()));
        shell.answer("sync follow", json, out -> {
            SyncLines lines = new SyncLines(shell.words(), out);
            lines.print(chosen, round.status());
            round.findings().forEach(lines::print);
        });
        return switch (round.status().phase()) {
            case FOLLOWING -> round.findings().stream().anyMatch(Finding::grave) ? ExitCode.PARTLY : ExitCode.DONE;
            case CATCHING_UP -> ExitCode.PARTLY;
            case NOT_BEGUN -> ExitCode.NO_ANSWER;
            case NO_CHECKPOINT, TOO_OLD, CONFLICT, UPDATE_NEEDED -> ExitCode.REFUSED;
        };
    }
}
