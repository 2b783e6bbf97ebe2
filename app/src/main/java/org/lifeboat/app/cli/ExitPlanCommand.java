package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.GameType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit plan`: what leaving an L2 takes, read from its bridge. Begins nothing.
@Command(name = "plan")
final class ExitPlanCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    @Option(names = "--token", paramLabel = "ADDRESS")
    @Nullable
    String token;

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--accept-change")
    boolean acceptChange;

    ExitPlanCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            ExitDoor door = new ExitDoor(shell, profile, online);
            ExitPlace place = door.place(l2, portal);
            shell.progress("cli.exit.looking");
            switch (door.exits().bridge(place)) {
                case Exits.BridgeSeen.Read(Bridge bridge, Assurance assurance) -> {
                    PowerLines powers = new PowerLines(shell, profile, place, door.exits());
                    if (acceptChange) {
                        powers.accept();
                    }
                    Optional<TokenWay> way = Optional.ofNullable(token)
                            .map(text -> AccountPick.address(shell, text))
                            .map(address ->
                                    new TokenWay(shell, address, door.exits().token(place, address)));
                    answer(place, bridge, assurance, powers, way, accounts(profile), door);
                }
                case Exits.BridgeSeen.Silent(String why) ->
                    throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
            }
            return ExitCode.DONE;
        }
    }

    /// The one that was named, or all that could begin.
    private List<Address> accounts(Profile profile) {
        return from == null
                ? profile.accounts().visible().stream()
                        .filter(Account::canSign)
                        .map(Account::address)
                        .toList()
                : List.of(AccountPick.require(shell, profile, from).address());
    }

    private void answer(
            ExitPlace place,
            Bridge bridge,
            Assurance assurance,
            PowerLines powers,
            Optional<TokenWay> way,
            List<Address> accounts,
            ExitDoor door) {
        GameType type = GameType.of(bridge.respectedType());
        String bond = bridge.bond().toTokenAmount().toExactString();
        ObjectNode json = JsonDocument.object();
        json.put("chainId", place.l2().chain().value());
        json.put("l1ChainId", place.l1().chain().value());
        json.put("portal", place.portal().toChecksum());
        json.put("paused", bridge.paused());
        JsonDocument.putNumberOrNull(
                json, "gameType", Optional.of(bridge.respectedType()).filter(_ -> type != GameType.ORACLE));
        json.put("roots", type.name());
        json.put("maturitySeconds", bridge.maturity().toSeconds());
        json.put("airGapSeconds", bridge.airGap().toSeconds());
        json.put("bond", bond);
        JsonDocument.putNumberOrNull(
                json, "finalBlock", bridge.anchor().map(anchor -> anchor.block().number()));
        json.put("assurance", ExitLines.assurance(assurance));
        json.set("powers", powers.json());
        way.ifPresent(known -> json.set("token", known.json()));
        Leaving leaving = accounts.isEmpty()
                ? new Leaving.Silent("")
                : Leaving.read(door.exits(), place, accounts, SendCommand.PATIENCE);
        CostLines cost = new CostLines(shell.words(), place, leaving, way.isPresent());
        json.set("costOnL1", cost.json(accounts));
        String coin = place.l1().coinSymbol();
        List<String> lines = new ArrayList<>();
        lines.add(shell.words()
                .say("cli.exit.plan.steps", place.l2().name(), place.l1().name()));
        lines.add(shell.words()
                .say(
                        type == GameType.ORACLE ? "cli.exit.plan.delays.ORACLE" : "cli.exit.plan.delays",
                        bridge.maturity().toSeconds(),
                        bridge.airGap().toSeconds()));
        lines.add(shell.words().say("cli.exit.plan.roots." + type, bond + " " + coin, bridge.respectedType()));
        bridge.anchor()
                .ifPresent(anchor -> lines.add(shell.words()
                        .say("cli.exit.plan.final", Long.toString(anchor.block().number()))));
        lines.add(shell.words().say(bridge.paused() ? "cli.exit.plan.paused" : "cli.exit.plan.open"));
        lines.add(shell.words().say("cli.exit.plan.forced"));
        lines.addAll(cost.ofAll(accounts));
        lines.addAll(powers.lines());
        way.ifPresent(known -> lines.add(known.line()));
        lines.add(shell.words().say("cli.exit.assurance." + ExitLines.assurance(assurance)));
        shell.answer("exit plan", json, out -> lines.forEach(out::println));
    }
}
