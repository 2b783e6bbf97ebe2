package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat names`.
@Command(name = "names")
final class NamesCommand extends GroupCommand {
    NamesCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(new NamesResolve(shell));
    }
}
