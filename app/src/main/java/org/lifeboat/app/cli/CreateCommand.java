package org.lifeboat.app.cli;

import java.security.SecureRandom;
import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat create`: a new vault with new seed words and a first account. Asks nobody.
@Command(name = "create")
final class CreateCommand extends CliCommand {
    private static final List<Integer> LENGTHS = List.of(12, 15, 18, 21, 24);

    @Option(names = "--words", paramLabel = "COUNT")
    int words = 12;

    @Option(names = "--words-language", paramLabel = "LANGUAGE")
    Language language = Language.ENGLISH;

    @Option(names = "--passphrase")
    boolean passphrase;

    @Option(names = "--words-later")
    boolean wordsLater;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    CreateCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (!LENGTHS.contains(words)) {
            throw shell.stop(ExitCode.USAGE, "cli.words.count", words);
        }
        try (Profile profile = new Profiles(shell).open();
                Phrase phrase = Phrase.generate(language, words, new SecureRandom())) {
            VaultDoor door = new VaultDoor(shell, profile);
            if (profile.vault().exists()) {
                throw shell.stop(ExitCode.REFUSED, "cli.vault.there", profile.folder());
            }
            if (!wordsLater) {
                new WordsOnScreen(shell).check(phrase, new SecureRandom());
            }
            try (Secret extra = passphrase ? PasswordOptions.ask(shell, "cli.passphrase.ask") : Secret.empty();
                    Secret chosen = password.fresh(shell)) {
                shell.progress("cli.vault.making");
                try (UnlockedVault vault = door.made(profile.vault().create(chosen))) {
                    return new FirstAccount(shell, profile).of(vault, phrase, extra, "create", "cli.next");
                }
            }
        }
    }

    /// The first account of new or restored words.
    record FirstAccount(Shell shell, Profile profile) {
        /// @param next the key of the sentence that says how to go on
        ExitCode of(UnlockedVault vault, Phrase phrase, Secret passphrase, String command, String next) {
            VaultDoor door = new VaultDoor(shell, profile);
            SeedId seed = door.changed(vault.addSeed(phrase, passphrase)).id();
            Account account = door.changed(vault.addAccount(seed));
            String label = shell.words().say("cli.account.first-label");
            profile.accounts().add(account.address(), label, VaultDoor.kind(account.origin()));
            AccountLines.added(
                    shell, command, profile.accounts().find(account.address()).orElseThrow());
            shell.progress(next);
            return ExitCode.DONE;
        }
    }
}
