package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit list`: all plans, each looked at on both layers, and before them what the user contests.
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
                    lines.add(ExitLines.notLooked(
                            shell.words(), plan, l2.map(Network::coinSymbol).orElse("")));
                    continue;
                }
                Exits.Look look = door.exits().look(plan, door.place(l2.get(), null));
                whole &= !(look.next() instanceof ExitNext.CouldNotLook);
                items.add(ExitLines.json(look));
                lines.add(ExitLines.say(shell.words(), look, l2.get().coinSymbol()));
            }
            List<ContestRounds.Sight> contests = offline ? List.of() : contests(profile, door);
            whole &= contests.stream().noneMatch(ContestRounds.Sight::isBlind);
            answer(profile, items, lines, contests);
            return whole ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    /// What the user contests is to be answered in time as well.
    private static List<ContestRounds.Sight> contests(Profile profile, ExitDoor door) {
        return new ContestRounds(
                        profile.storage(), profile.networks(), door.places(), profile.clock(), SendCommand.PATIENCE)
                .pressing();
    }

    private void answer(
            Profile profile, List<ObjectNode> items, List<String> lines, List<ContestRounds.Sight> contests) {
        ObjectNode json = JsonDocument.object();
        json.set("exits", JsonDocument.array(items));
        json.set(
                "contests",
                JsonDocument.array(contests.stream().map(ContestLines::json).toList()));
        ContestLines said = ContestLines.of(shell, profile);
        shell.answer("exit list", json, out -> {
            contests.forEach(contest -> out.println(said.say(contest)));
            if (lines.isEmpty()) {
                out.println(shell.words().say("cli.exit.none"));
            }
            lines.forEach(out::println);
        });
    }
}
