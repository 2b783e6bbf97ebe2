package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
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

    @Override
    ExitCode run() {
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            Address account = opened.account().address();
            ExitPlace place = opened.place();
            shell.progress("cli.exit.looking");
            switch (Leaving.read(opened.door().exits(), place, List.of(account), SendCommand.PATIENCE)) {
                case Leaving.Read read -> {
                    new ReadyBook(opened.profile().storage().settings())
                            .keep(
                                    place.l2().chain(),
                                    read,
                                    Optional.empty(),
                                    opened.profile().clock().instant());
                    answer(place, account, read);
                }
                case Leaving.Silent(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
            }
            return ExitCode.DONE;
        }
    }

    private void answer(ExitPlace place, Address account, Leaving.Read read) {
        Readiness readiness = Optional.ofNullable(read.accounts().get(account)).orElseThrow();
        BridgeReport bridge = read.bridge();
        String coin = place.l1().coinSymbol();
        ObjectNode json = JsonDocument.object();
        json.put("chainId", place.l2().chain().value());
        json.put("account", account.toChecksum());
        Readiness.Answer answer = readiness.answer(bridge.open());
        json.put("ready", answer.yes());
        json.put("alone", answer == Readiness.Answer.ALONE);
        json.put("paused", bridge.paused());
        json.put("held", amount(readiness.held()));
        json.put("needed", amount(readiness.needed()));
        Wei token = Readiness.neededForTokens(read.price());
        json.put("neededForEachToken", amount(token));
        JsonDocument.putOrNull(json, "missing", readiness.missing().map(ReadyCommand::amount));
        JsonDocument.putOrNull(json, "bond", readiness.bond().map(ReadyCommand::amount));
        JsonDocument.putOrNull(json, "bondMissing", readiness.bondMissing().map(ReadyCommand::amount));
        json.put("assurance", ExitLines.assurance(bridge.assurance()));
        json.put("heldAssurance", ExitLines.assurance(read.assurance()));
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (answer) {
                    case MISSING ->
                        shell.words()
                                .say(
                                        "cli.ready.no",
                                        amount(readiness.missing().orElse(Wei.ZERO)) + " " + coin,
                                        place.l1().name());
                    case NOT_OPEN -> shell.words().say("cli.ready.not-open");
                    case WHILE_ROOTS -> shell.words().say("cli.ready.yes-while-roots");
                    case ALONE -> shell.words().say("cli.ready.yes");
                });
        if (!bridge.readable()) {
            lines.add(shell.words().say("cli.ready.unreadable"));
        }
        lines.add(shell.words()
                .say(
                        bridge.roots() == BridgeReport.Roots.ORACLE ? "cli.ready.figures.ORACLE" : "cli.ready.figures",
                        amount(readiness.held()) + " " + coin,
                        amount(readiness.needed()) + " " + coin));
        lines.add(shell.words().say("cli.ready.token", amount(token) + " " + coin));
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
        lines.add(shell.words().say("cli.exit.assurance." + ExitLines.assurance(bridge.assurance())));
        shell.answer("ready", json, out -> lines.forEach(out::println));
    }

    private static String amount(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
