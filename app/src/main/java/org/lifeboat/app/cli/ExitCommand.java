package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat exit`: bringing money home from an L2.
@Command(name = "exit")
final class ExitCommand extends GroupCommand {
    ExitCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new ExitPlanCommand(shell),
                new ExitStart(shell),
                new ExitList(shell),
                new ExitGames(shell),
                new ExitNextCommand(shell),
                new ExitFind(shell));
    }
}
