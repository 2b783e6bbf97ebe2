package org.lifeboat.app.cli;

import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat networks trust`: ends a source's being set aside, on purpose. Asks nobody.
@Command(name = "trust")
final class NetworksTrust extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--source", paramLabel = "URL|HOST", required = true)
    String source = "";

    @Option(names = {"-y", "--yes"})
    boolean yes;

    NetworksTrust(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            SourceId id = NetworkPick.source(shell, profile.networks(), chosen, source);
            Optional<Health.Caught> caught = profile.networks().caught(id);
            if (caught.isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.trust.not-set-aside", id.shown());
            }
            shell.progress(
                    "cli.endpoint.caught",
                    id.shown(),
                    CaughtSource.day(caught.get()),
                    CaughtSource.reason(shell.words(), caught.get()));
            if (!shell.confirm(yes, "cli.trust.ask", id.shown())) {
                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
            }
            profile.networks().trustAgain(id);
            shell.answer(
                    "networks trust",
                    NetworkJson.of(chosen, profile.networks()),
                    out -> out.println(shell.words().say("cli.trust.done", id.shown())));
            return ExitCode.DONE;
        }
    }
}
