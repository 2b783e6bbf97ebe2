package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitSearch;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
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

    @Option(names = "--transaction", paramLabel = "HASH")
    @Nullable
    String transaction;

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
            if (transaction != null) {
                return answer(l2, exits.search(place).in(hash(transaction), List.of(account)));
            }
            // The L2's list is the fuller one; what it has is then not new to L1's.
            Optional<List<Exits.Plan>> onL2 = exits.search(place).onL2(account, fromBlock);
            Optional<List<Exits.Plan>> onL1 = exits.search(place).onL1(account, l1Blocks);
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
            answer(l2, found);
            return onL2.isPresent() && onL1.isPresent() ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    private Hash32 hash(String text) {
        try {
            return Hash32.fromHex(text);
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.value", text, "--transaction");
        }
    }

    private ExitCode answer(Network l2, ExitSearch.Sent sent) {
        return switch (sent) {
            case ExitSearch.Sent.Own(List<Exits.Plan> fresh, int _) -> {
                if (fresh.isEmpty()) {
                    shell.progress(sent.messageKey(), l2.name());
                }
                answer(l2, fresh);
                yield ExitCode.DONE;
            }
            case ExitSearch.Sent.Silent(), ExitSearch.Sent.L1Silent() ->
                throw shell.stop(ExitCode.NO_ANSWER, sent.messageKey(), l2.name());
            case ExitSearch.Sent.NotMine(),
                    ExitSearch.Sent.NoWithdrawal(),
                    ExitSearch.Sent.Reverted(),
                    ExitSearch.Sent.NoDeposit(),
                    ExitSearch.Sent.InNoBlock() -> throw shell.stop(ExitCode.REFUSED, sent.messageKey(), l2.name());
        };
    }

    private void answer(Network l2, List<Exits.Plan> found) {
        ObjectNode json = JsonDocument.object();
        json.set("found", JsonDocument.array(found.stream().map(ExitLines::json).toList()));
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
    }
}
