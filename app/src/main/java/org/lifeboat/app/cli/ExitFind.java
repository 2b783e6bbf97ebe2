package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit find`: withdrawals that the account began elsewhere, or that a lost profile had begun.
@Command(name = "find")
final class ExitFind extends CliCommand {
    /// Thirty days of Ethereum, in blocks.
    private static final long MONTH = 216_000;

    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--from-block", paramLabel = "NUMBER")
    long fromBlock;

    @Option(names = "--l1-blocks", paramLabel = "NUMBER")
    long l1Blocks = MONTH;

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
        if (l1Blocks < 1) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.negative", "--l1-blocks", l1Blocks);
        }
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            Network l2 = opened.l2();
            Address account = opened.account().address();
            ExitPlace place = opened.place();
            Exits exits = opened.door().exits();
            // The L2's list is the fuller one; what it has is then not new to L1's.
            Optional<List<Exits.Plan>> onL2 = exits.findAgain(account, place, fromBlock);
            Optional<List<Exits.Plan>> onL1 = exits.findOnL1(account, place, l1Blocks);
            if (onL2.isEmpty() && onL1.isEmpty()) {
                throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.no-events", l2.name());
            }
            if (onL2.isEmpty()) {
                shell.progress("cli.exit.no-events", l2.name());
            }
            if (onL1.isEmpty()) {
                shell.progress("cli.exit.no-events-l1", place.l1().name());
            }
            List<Exits.Plan> found = Stream.concat(
                            onL2.stream().flatMap(List::stream), onL1.stream().flatMap(List::stream))
                    .toList();
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
                                plan.state().said(l2.coinSymbol()),
                                plan.state().target(),
                                shell.words().say("cli.exit.not-looked"))));
            });
            return onL2.isPresent() && onL1.isPresent() ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }
}
