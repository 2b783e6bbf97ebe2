package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.vault.UnlockedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat accounts remove`: an imported key is gone with it, so that is said and asked first.
@Command(name = "remove")
final class AccountsRemove extends CliCommand {
    @Parameters(index = "0", paramLabel = "ACCOUNT", descriptionKey = "account")
    String account = "";

    @Option(names = {"-y", "--yes"})
    boolean yes;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsRemove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Account chosen = AccountPick.require(shell, profile, account);
            shell.progress("cli.account.remove-means." + AccountLines.kind(chosen), chosen.address());
            if (!shell.confirm(yes, "cli.account.remove-ask")) {
                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
            }
            if (profile.vault().exists() && chosen.canSign()) {
                VaultDoor door = new VaultDoor(shell, profile);
                try (UnlockedVault vault = door.open(password)) {
                    door.changed(vault.removeAccount(
                            AccountPick.inVault(shell, vault, chosen).id()));
                }
            }
            profile.accounts().remove(chosen.address());
            shell.answer(
                    "accounts remove",
                    AccountLines.json(chosen),
                    out -> out.println(shell.words().say("cli.account.removed", chosen.address())));
            return ExitCode.DONE;
        }
    }
}
