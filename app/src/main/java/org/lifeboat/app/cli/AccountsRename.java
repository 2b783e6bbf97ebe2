package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lifeboat accounts rename`. Needs no vault: labels are not secret.
@Command(name = "rename")
final class AccountsRename extends CliCommand {
    @Parameters(index = "0", paramLabel = "ACCOUNT", descriptionKey = "account")
    String account = "";

    @Parameters(index = "1", paramLabel = "LABEL", descriptionKey = "label")
    String label = "";

    AccountsRename(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Account chosen = AccountPick.require(shell, profile, account);
            if (label.length() > Account.LABEL_LIMIT) {
                throw shell.stop(ExitCode.USAGE, "cli.account.label-too-long", Account.LABEL_LIMIT);
            }
            Account renamed = profile.accounts().rename(chosen.address(), label).orElseThrow();
            shell.answer(
                    "accounts rename",
                    AccountLines.json(renamed),
                    out -> out.println(shell.words().say("cli.account.renamed", renamed.address(), label)));
            return ExitCode.DONE;
        }
    }
}
