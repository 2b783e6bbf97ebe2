package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat sync`: following L1 without believing anybody.
@Command(name = "sync")
final class SyncCommand extends GroupCommand {
    SyncCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new SyncStatusCommand(shell),
                new SyncAdd(shell),
                new SyncRemove(shell),
                new SyncCheckpoint(shell),
                new SyncFollow(shell),
                new SyncEvidence(shell));
    }
}
