package org.lifeboat.app.cli;

import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import picocli.CommandLine.Command;

/// `lifeboat accounts list`: addresses and labels, without the vault. Asks nobody.
@Command(name = "list")
final class AccountsList extends CliCommand {
    AccountsList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            List<Account> accounts = profile.accounts().all();
            AccountLines.list(shell, "accounts list", accounts);
            if (accounts.isEmpty()) {
                shell.progress("cli.account.none");
            }
            return ExitCode.DONE;
        }
    }
}
