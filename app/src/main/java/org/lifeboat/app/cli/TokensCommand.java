package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat tokens`.
@Command(name = "tokens")
final class TokensCommand extends GroupCommand {
    TokensCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(new TokensList(shell), new TokensAdd(shell), new TokensRemove(shell));
    }
}
