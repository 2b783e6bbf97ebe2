package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat drill`: emergencies, practised with play money; and the proof that the words are still there.
@Command(name = "drill")
final class DrillCommand extends GroupCommand {
    DrillCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new DrillList(shell),
                new DrillPlayCommand(shell),
                new DrillRehearseCommand(shell),
                new DrillKeysCommand(shell));
    }
}
