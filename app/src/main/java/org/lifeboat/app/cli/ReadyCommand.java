package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat ready`: could the account leave an L2 today with what it holds on L1, without anybody's help?
@Command(name = "ready")
final class ReadyCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    ReadyCommand(Shell shell) {
        super(shell);
    }

    /// What one L1 source says of the account and of the price of gas.
    private record OnL1(CheckedAccounts.Facts facts, Wei price) {}

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            Account account = AccountPick.requireOne(shell, profile, Optional.ofNullable(from));
            ExitDoor door = new ExitDoor(shell, profile, online);
            ExitPlace place = door.place(l2, portal);
            shell.progress("cli.exit.looking");
            OnL1 onL1 = onL1(place, account.address());
            switch (door.exits().bridge(place)) {
                case Exits.BridgeSeen.Read(Bridge bridge, Assurance assurance) ->
                    answer(place, account.address(), bridge, onL1, assurance);
                case Exits.BridgeSeen.Silent(String why) ->
                    throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
            }
            return ExitCode.DONE;
        }
    }

    private OnL1 onL1(ExitPlace place, Address account) {
        for (Source source : place.l1Sources()) {
            Optional<Wei> price = source.ask(new Query.GasPriceOf(), Purpose.PREPARE_TRANSACTION, SendCommand.PATIENCE)
                    .got();
            CheckedAccounts read = CheckedAccounts.read(
                    source, place.l1().chain(), List.of(account), Deadline.in(SendCommand.PATIENCE));
            if (price.isPresent() && read instanceof CheckedAccounts.Read(var _, var _, var accounts)) {
                CheckedAccounts.Facts facts = accounts.get(account);
                if (facts != null) {
                    return new OnL1(facts, price.get());
                }
            }
        }
        throw shell.stop(ExitCode.NO_ANSWER, "cli.send.unanswered");
    }

    private void answer(ExitPlace place, Address account, Bridge bridge, OnL1 onL1, Assurance assurance) {
        Readiness readiness = Readiness.of(onL1.facts().balance(), onL1.price(), bridge);
        String coin = place.l1().coinSymbol();
        ObjectNode json = JsonDocument.object();
        json.put("chainId", place.l2().chain().value());
        json.put("account", account.toChecksum());
        json.put("ready", readiness.missing().isEmpty() && !bridge.paused());
        json.put("paused", bridge.paused());
        json.put("held", amount(readiness.held()));
        json.put("needed", amount(readiness.needed()));
        JsonDocument.putOrNull(json, "missing", readiness.missing().map(ReadyCommand::amount));
        JsonDocument.putOrNull(json, "bond", readiness.bond().map(ReadyCommand::amount));
        JsonDocument.putOrNull(json, "bondMissing", readiness.bondMissing().map(ReadyCommand::amount));
        json.put("assurance", ExitLines.assurance(assurance));
        json.put("heldAssurance", ExitLines.assurance(onL1.facts().assurance()));
        List<String> lines = new ArrayList<>();
        lines.add(readiness
                .missing()
                .map(wei -> shell.words()
                        .say(
                                "cli.ready.no",
                                amount(wei) + " " + coin,
                                place.l1().name()))
                .orElseGet(() -> shell.words().say("cli.ready.yes")));
        lines.add(shell.words()
                .say(
                        "cli.ready.figures",
                        amount(readiness.held()) + " " + coin,
                        amount(readiness.needed()) + " " + coin));
        lines.add(readiness
                .bond()
                .map(bond -> readiness
                        .bondMissing()
                        .map(wei -> shell.words()
                                .say("cli.ready.bond-missing", amount(bond) + " " + coin, amount(wei) + " " + coin))
                        .orElseGet(() -> shell.words().say("cli.ready.bond", amount(bond) + " " + coin)))
                .orElseGet(() -> shell.words().say("cli.ready.no-bond")));
        if (bridge.paused()) {
            lines.add(shell.words().say("cli.exit.plan.paused"));
        }
        lines.add(shell.words().say("cli.exit.assurance." + ExitLines.assurance(assurance)));
        shell.answer("ready", json, out -> lines.forEach(out::println));
    }

    private static String amount(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
