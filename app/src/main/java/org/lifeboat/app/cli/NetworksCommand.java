package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat networks`.
@Command(name = "networks")
final class NetworksCommand extends GroupCommand {
    NetworksCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new NetworksList(shell),
                new NetworksAdd(shell),
                new NetworksRemove(shell),
                new NetworksTrust(shell),
                new NetworksCheck(shell),
                new NetworksProxy(shell));
    }
}
