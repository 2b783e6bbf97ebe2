package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit find`: withdrawals that the account began elsewhere, or that a lost profile had begun.
@Command(name = "find")
final class ExitFind extends CliCommand {
    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--from-block", paramLabel = "NUMBER")
    long fromBlock;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    ExitFind(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (fromBlock < 0) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.negative", "--from-block", fromBlock);
        }
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            Account account = AccountPick.requireOne(shell, profile, Optional.ofNullable(from));
            ExitDoor door = new ExitDoor(shell, profile, online);
            ExitPlace place = door.place(l2, portal);
            List<Exits.Plan> found = door.exits()
                    .findAgain(account.address(), place, fromBlock)
                    .orElseThrow(() -> shell.stop(ExitCode.NO_ANSWER, "cli.exit.no-events", l2.name()));
            ObjectNode json = JsonDocument.object();
            json.set(
                    "found",
                    JsonDocument.array(found.stream().map(ExitLines::json).toList()));
            shell.answer("exit find", json, out -> {
                out.println(shell.words().say("cli.exit.found", found.size()));
                found.forEach(plan -> out.println(shell.words()
                        .say(
                                "cli.exit.line",
                                plan.id().value(),
                                plan.state().amount().toTokenAmount().toExactString() + " " + l2.coinSymbol(),
                                plan.state().target(),
                                shell.words().say("cli.exit.not-looked"))));
            });
            return ExitCode.DONE;
        }
    }
}
