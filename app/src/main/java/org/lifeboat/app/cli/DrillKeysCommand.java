package org.lifeboat.app.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.WordsProof;
import org.lifeboat.vault.words.PhraseReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat drill keys`: whether the user still has the seed words. They are typed without echo, compared and
/// forgotten. Asks no host.
@Command(name = "keys")
final class DrillKeysCommand extends CliCommand {
    private static final int ASKED = 3;

    @Option(names = "--whole")
    boolean whole;

    @Option(names = "--words-file", paramLabel = "FILE")
    @Nullable
    Path wordsFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    DrillKeysCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open();
                Secret typed = password.password(shell);
                UnlockedVault vault = new VaultDoor(shell, profile).open(typed)) {
            SeedInfo seed = vault.seeds().stream()
                    .findFirst()
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.no-words"));
            int accounts = accounts(whole || wordsFile != null ? whole(vault, seed) : few(vault, seed, typed));
            KeyDrill.keepProven(profile.storage().settings(), profile.clock().instant());
            ObjectNode json = JsonDocument.object();
            json.put("proven", true);
            json.put("accounts", accounts);
            shell.answer("drill keys", json, out -> out.println(shell.words().say("cli.keydrill.proven", accounts)));
            return ExitCode.DONE;
        }
    }

    private WordsProof.Outcome few(UnlockedVault vault, SeedInfo seed, Secret typed) {
        Map<Integer, Secret> words = new TreeMap<>();
        SecureRandom random = new SecureRandom();
        try {
            List<Integer> places = random.ints(1, seed.words() + 1)
                    .distinct()
                    .limit(ASKED)
                    .sorted()
                    .boxed()
                    .toList();
            for (int place : places) {
                words.put(place, PasswordOptions.ask(shell, "cli.words.which", place));
            }
            return WordsProof.few(vault, seed.id(), typed, words);
        } finally {
            words.values().forEach(Secret::close);
        }
    }

    private WordsProof.Outcome whole(UnlockedVault vault, SeedInfo seed) {
        Path file = wordsFile;
        try (Secret words = file != null
                        ? Secret.take(PasswordOptions.read(shell, file))
                        : PasswordOptions.ask(shell, "cli.words.type");
                Secret extra =
                        seed.hasPassphrase() ? PasswordOptions.ask(shell, "cli.passphrase.ask") : Secret.empty()) {
            return WordsProof.whole(vault, seed.id(), words, extra);
        }
    }

    /// @throws Stop where the words are not those
    private int accounts(WordsProof.Outcome outcome) {
        return switch (outcome) {
            case WordsProof.Outcome.Proven(int accounts) -> accounts;
            case WordsProof.Outcome.WrongWords(List<Integer> places) ->
                throw shell.stop(
                        ExitCode.REFUSED,
                        "cli.keydrill.wrong",
                        places.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case WordsProof.Outcome.OtherWallet(int accounts) ->
                throw shell.stop(ExitCode.REFUSED, "cli.keydrill.other", accounts);
            case WordsProof.Outcome.NoPhrase(PhraseReading.WrongCount(int count)) ->
                throw shell.stop(ExitCode.USAGE, "cli.words.wrong-count", count);
            case WordsProof.Outcome.NoPhrase _ -> throw shell.stop(ExitCode.USAGE, "cli.keydrill.no-phrase");
            case WordsProof.Outcome.WrongPassword _, WordsProof.Outcome.Locked _ ->
                throw shell.stop(ExitCode.LOCKED, "cli.vault.wrong-password");
            case WordsProof.Outcome.NothingThere _ -> throw shell.stop(ExitCode.REFUSED, "cli.account.no-words");
        };
    }
}
