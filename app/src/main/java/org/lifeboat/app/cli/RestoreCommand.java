package org.lifeboat.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat restore`: a new vault from seed words. The words are typed without echo or read from a file or
/// descriptor; never an argument. Asks nobody; `accounts find` looks for accounts that were used.
@Command(name = "restore")
final class RestoreCommand extends CliCommand {
    @Option(names = "--words-file", paramLabel = "FILE")
    @Nullable
    Path wordsFile;

    @Option(names = "--passphrase")
    boolean passphrase;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    @Nullable
    Path passphraseFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    RestoreCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            if (profile.vault().exists()) {
                throw shell.stop(ExitCode.REFUSED, "cli.vault.there", profile.folder());
            }
            try (Phrase phrase = phrase();
                    Secret extra = extra();
                    Secret chosen = password.fresh(shell)) {
                shell.progress("cli.vault.making");
                VaultDoor door = new VaultDoor(shell, profile);
                try (UnlockedVault vault = door.made(profile.vault().create(chosen))) {
                    return new CreateCommand.FirstAccount(shell, profile)
                            .of(vault, phrase, extra, "restore", "cli.next.restored");
                }
            }
        }
    }

    private Secret extra() {
        Path file = passphraseFile;
        if (file != null) {
            return PasswordOptions.firstLine(shell, file);
        }
        return passphrase ? PasswordOptions.ask(shell, "cli.passphrase.ask") : Secret.empty();
    }

    private Phrase phrase() {
        Path file = wordsFile;
        try (Secret typed = file != null
                ? Secret.take(PasswordOptions.read(shell, file))
                : PasswordOptions.ask(shell, "cli.words.type")) {
            return switch (PhraseReader.read(typed)) {
                case PhraseReading.Valid(Phrase phrase, var _) -> phrase;
                case PhraseReading.UnknownWords(Language language, List<PhraseReading.Unknown> unknown) ->
                    throw shell.stop(
                            ExitCode.USAGE,
                            "cli.words.unknown",
                            shell.words().say("cli.words.language." + language),
                            hints(unknown));
                case PhraseReading.WrongCount(int count) ->
                    throw shell.stop(ExitCode.USAGE, "cli.words.wrong-count", count);
                case PhraseReading.WrongChecksum _ -> throw shell.stop(ExitCode.USAGE, "cli.words.wrong-checksum");
            };
        }
    }

    private String hints(List<PhraseReading.Unknown> unknown) {
        return unknown.stream()
                .map(word -> word.suggestions().isEmpty()
                        ? String.valueOf(word.position())
                        : shell.words().say("cli.words.hint", word.position(), String.join(", ", word.suggestions())))
                .collect(Collectors.joining("; "));
    }
}
