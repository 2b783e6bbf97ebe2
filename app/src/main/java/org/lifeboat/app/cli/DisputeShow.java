package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat dispute show`: one contest, claim by claim, with its clocks and bonds.
@Command(name = "show")
final class DisputeShow extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "GAME", descriptionKey = "dispute.game")
    String game = "";

    @Option(names = "--portal", paramLabel = "ADDRESS", descriptionKey = "check.portal")
    @Nullable
    String portal;

    DisputeShow(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Address wanted = AccountPick.address(shell, game);
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            ExitPlace place = new ExitDoor(shell, profile, online).place(l2, portal);
            Disputes disputes = new Disputes(profile.storage(), profile.clock(), SendCommand.PATIENCE);
            shell.progress("dispute.looking");
            return switch (disputes.game(place, wanted)) {
                case Disputes.Seen.Read(Game seen, Optional<DisputeGame> dispute, Assurance how) -> {
                    ObjectNode json = DisputeLines.json(seen);
                    dispute.ifPresent(played -> DisputeLines.addTo(json, played));
                    json.put("assurance", ExitLines.assurance(how));
                    shell.answer(
                            "dispute show",
                            json,
                            out -> DisputeLines.say(
                                            shell.words(),
                                            seen,
                                            dispute,
                                            place.l1().coinSymbol())
                                    .forEach(out::println));
                    yield ExitCode.DONE;
                }
                case Disputes.Seen.Absent _ -> throw shell.stop(ExitCode.REFUSED, "dispute.absent", wanted);
                case Disputes.Seen.Silent(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "dispute.silent", why);
            };
        }
    }
}
