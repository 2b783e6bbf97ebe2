package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.dispute.DisputeSearch;
import org.lifeboat.engine.dispute.Disputes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat dispute find`: contests in which the account has bonds, begun elsewhere or with a lost profile.
@Command(name = "find")
final class DisputeFind extends CliCommand {
    /// Thirty days of Ethereum, in blocks: a contest and the waiting time of its bonds are over by then.
    private static final long MONTH = 216_000;

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT", descriptionKey = "dispute.from")
    @Nullable
    String from;

    @Option(names = "--l1-blocks", paramLabel = "NUMBER", descriptionKey = "lifeboat.dispute.find.l1-blocks")
    long l1Blocks = MONTH;

    @Option(names = "--portal", paramLabel = "ADDRESS", descriptionKey = "check.portal")
    @Nullable
    String portal;

    DisputeFind(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (l1Blocks < 1) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.negative", "--l1-blocks", l1Blocks);
        }
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            Disputes disputes =
                    new Disputes(opened.profile().storage(), opened.profile().clock(), SendCommand.PATIENCE);
            shell.progress("dispute.searching", opened.place().l1().name());
            Optional<DisputeSearch.Found> found =
                    disputes.search(opened.place()).all(opened.account().address(), l1Blocks);
            if (found.isEmpty()) {
                throw shell.stop(
                        ExitCode.NO_ANSWER,
                        "dispute.no-events",
                        opened.place().l1().name());
            }
            answer(found.get());
            if (found.get().unread() > 0) {
                shell.progress("dispute.found.unread", found.get().unread());
                return ExitCode.PARTLY;
            }
            return ExitCode.DONE;
        }
    }

    private void answer(DisputeSearch.Found found) {
        ObjectNode json = JsonDocument.object();
        json.set(
                "found",
                JsonDocument.array(
                        found.fresh().stream().map(ContestLines::json).toList()));
        json.put("unread", found.unread());
        shell.answer("dispute find", json, out -> {
            out.println(shell.words().say("dispute.found", found.fresh().size()));
            found.fresh()
                    .forEach(plan -> out.println(shell.words()
                            .say(
                                    "dispute.found.line",
                                    plan.id().value(),
                                    plan.state().claimed(),
                                    plan.state().game(),
                                    plan.chain())));
            out.println(shell.words().say("dispute.found.not-roots", DisputeSearch.NEWEST));
        });
    }
}
