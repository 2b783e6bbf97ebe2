package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat accounts watch`: an address without its key. Needs no vault.
@Command(name = "watch")
final class AccountsWatch extends CliCommand {
    @Parameters(index = "0", paramLabel = "ADDRESS", descriptionKey = "address")
    String address = "";

    @Option(names = "--label", paramLabel = "TEXT")
    String label = "";

    AccountsWatch(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Address watched = AccountPick.address(shell, address);
            if (profile.accounts().find(watched).isPresent()) {
                throw shell.stop(ExitCode.REFUSED, "cli.account.there", watched);
            }
            Account account = profile.accounts().add(watched, label, new Account.Kind.WatchOnly());
            AccountLines.added(shell, "accounts watch", account);
            return ExitCode.DONE;
        }
    }
}
