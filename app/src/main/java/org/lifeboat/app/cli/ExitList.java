package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit list`: all plans, each looked at on both layers.
@Command(name = "list")
final class ExitList extends CliCommand {
    @Option(names = "--offline")
    boolean offline;

    ExitList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            ExitDoor door = new ExitDoor(shell, profile, online);
            List<ObjectNode> items = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            boolean whole = true;
            for (Exits.Plan plan : door.exits().all()) {
                Optional<Network> l2 = profile.networks().find(plan.chain());
                if (offline || l2.isEmpty()) {
                    items.add(ExitLines.json(plan));
                    lines.add(shell.words()
                            .say(
                                    "cli.exit.line",
                                    plan.id().value(),
                                    plan.state()
                                            .said(l2.map(Network::coinSymbol).orElse("")),
                                    plan.state().target(),
                                    shell.words().say("cli.exit.not-looked")));
                    continue;
                }
                Exits.Look look = door.exits().look(plan, door.place(l2.get(), null));
                whole &= !(look.next() instanceof ExitNext.CouldNotLook);
                items.add(ExitLines.json(look));
                lines.add(ExitLines.say(shell.words(), look, l2.get().coinSymbol()));
            }
            ObjectNode json = JsonDocument.object();
            json.set("exits", JsonDocument.array(items));
            shell.answer("exit list", json, out -> {
                if (lines.isEmpty()) {
                    out.println(shell.words().say("cli.exit.none"));
                }
                lines.forEach(out::println);
            });
            return whole ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }
}
