package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat accounts`.
@Command(name = "accounts")
final class AccountsCommand extends GroupCommand {
    AccountsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new AccountsList(shell),
                new AccountsAdd(shell),
                new AccountsFind(shell),
                new AccountsImport(shell),
                new AccountsWatch(shell),
                new AccountsRename(shell),
                new AccountsRemove(shell),
                new AccountsExport(shell),
                new AccountsWords(shell));
    }
}
