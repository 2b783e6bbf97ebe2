package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat dispute list`: the newest roots that were posted, and what was found out about them here.
@Command(name = "list")
final class DisputeList extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--newest", paramLabel = "COUNT")
    int newest = 10;

    @Option(names = "--portal", paramLabel = "ADDRESS", descriptionKey = "check.portal")
    @Nullable
    String portal;

    DisputeList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            ExitPlace place = new ExitDoor(shell, profile, online).place(l2, portal);
            Disputes disputes = new Disputes(profile.storage(), profile.clock(), SendCommand.PATIENCE);
            shell.progress("dispute.looking");
            return switch (disputes.games(place, Math.clamp(newest, 1, 100))) {
                case Disputes.Games.Read(List<Game> games, Bridge _, Assurance how) -> {
                    ContestRounds rounds = new ContestRounds(
                            profile.storage(),
                            profile.networks(),
                            new ExitDoor(shell, profile, online).places(),
                            profile.clock(),
                            SendCommand.PATIENCE);
                    rounds.followOwnRoots(place);
                    answer(
                            profile,
                            games,
                            disputes.all().stream()
                                    .filter(plan -> plan.chain().equals(l2.chain()))
                                    .map(plan -> rounds.look(plan, place))
                                    .toList(),
                            how);
                    yield ExitCode.DONE;
                }
                case Disputes.Games.Silent(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "dispute.silent", why);
            };
        }
    }

    /// @param own the user's contests, of older roots too
    private void answer(Profile profile, List<Game> games, List<ContestRounds.Sight> own, Assurance how) {
        List<ObjectNode> items = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        ContestLines said = ContestLines.of(shell, profile);
        for (ContestRounds.Sight sight : own) {
            if (sight.report().stage().turn() != ContestStage.Turn.OVER) {
                lines.add(said.say(sight));
            }
        }
        for (Game game : games) {
            Optional<DisputeState.Stance> stance = own.stream()
                    .map(sight -> sight.report().plan().state())
                    .filter(state -> state.game().equals(game.contract()))
                    .map(DisputeState::stance)
                    .filter(one -> one != DisputeState.Stance.UNCHECKED)
                    .findFirst();
            ObjectNode item = DisputeLines.json(game);
            JsonDocument.putOrNull(item, "stance", stance);
            items.add(item);
            lines.add(DisputeLines.line(shell.words(), game, stance));
        }
        ObjectNode json = JsonDocument.object();
        json.set("games", JsonDocument.array(items));
        json.set("own", JsonDocument.array(own.stream().map(ContestLines::json).toList()));
        json.put("assurance", ExitLines.assurance(how));
        shell.answer("dispute list", json, out -> {
            if (items.isEmpty()) {
                out.println(shell.words().say("dispute.none"));
            }
            lines.forEach(out::println);
        });
    }
}
