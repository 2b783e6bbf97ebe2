package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Exported;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.words.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lifeboat accounts words`: shows the seed words on the terminal, after the password was typed.
@Command(name = "words")
final class AccountsWords extends CliCommand {
    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsWords(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (!shell.terminal().interactive()) {
            throw shell.stop(ExitCode.DECLINED, "cli.words.no-terminal");
        }
        try (Profile profile = new Profiles(shell).open();
                Secret typed = password.password(shell);
                UnlockedVault vault = new VaultDoor(shell, profile).open(typed)) {
            SeedId seed = vault.seeds().stream()
                    .map(SeedInfo::id)
                    .findFirst()
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.no-words"));
            switch (vault.exportWords(seed, typed)) {
                case Exported.Revealed<Phrase>(Phrase phrase) -> {
                    try (phrase) {
                        new WordsOnScreen(shell).show(phrase);
                    }
                }
                case Exported.WrongPassword<Phrase> _, Exported.Locked<Phrase> _ ->
                    throw shell.stop(ExitCode.LOCKED, "cli.vault.wrong-password");
                case Exported.NothingThere<Phrase> _ -> throw shell.stop(ExitCode.REFUSED, "cli.account.no-words");
            }
            return ExitCode.DONE;
        }
    }
}
