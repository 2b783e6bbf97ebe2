package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat dispute`: contesting roots that are false.
@Command(name = "dispute")
final class DisputeCommand extends GroupCommand {
    DisputeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new DisputeList(shell),
                new DisputeFind(shell),
                new DisputeShow(shell),
                new DisputeMove(shell),
                new DisputeClaimCommand(shell));
    }
}
