package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat backup restore FILE`: into an empty profile, whole or not at all.
@Command(name = "restore")
final class BackupRestore extends CliCommand {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    Path file = Path.of("");

    @Option(names = "--backup-password-file", paramLabel = "FILE")
    @Nullable
    Path backupPasswordFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    BackupRestore(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            if (profile.vault().exists()) {
                throw shell.stop(ExitCode.REFUSED, "cli.vault.there", profile.folder());
            }
            if (!new ProfileBackup(profile.storage()).isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.backup.not-empty", profile.folder());
            }
            ProfileContent content = content();
            // The vault goes first: if it does not open, nothing at all is restored.
            content.vault().ifPresent(keys -> restoreVault(profile, keys));
            Optional<Bytes> vault = switch (new ProfileBackup(profile.storage()).restore(content)) {
                case ProfileBackup.Restored.Done(Optional<Bytes> its) -> its;
                case ProfileBackup.Restored.NotEmpty _ ->
                    throw shell.stop(ExitCode.REFUSED, "cli.backup.not-empty", profile.folder());
            };
            ObjectNode json = JsonDocument.object();
            json.put("withVault", vault.isPresent());
            json.put("madeAt", content.madeAt().toString());
            json.put("accounts", content.accounts().size());
            json.put("contacts", content.contacts().size());
            json.put("transactions", content.activity().size());
            json.put("plans", content.plans().size());
            shell.answer(
                    "backup restore",
                    json,
                    out -> out.println(shell.words()
                            .say(
                                    "cli.backup.restored",
                                    content.madeAt().truncatedTo(ChronoUnit.SECONDS),
                                    content.accounts().size(),
                                    content.contacts().size(),
                                    content.activity().size())));
            return ExitCode.DONE;
        }
    }

    private ProfileContent content() {
        Path own = backupPasswordFile;
        try (Secret typed = own != null
                ? PasswordOptions.firstLine(shell, own)
                : PasswordOptions.ask(shell, "cli.backup.ask-password")) {
            return switch (ProfileBackup.open(Files.readAllBytes(file), typed)) {
                case ProfileBackup.Opened.Content(ProfileContent content) -> content;
                case ProfileBackup.Opened.WrongPassword _ ->
                    throw shell.stop(ExitCode.LOCKED, "cli.backup.wrong-password");
                case ProfileBackup.Opened.Damaged(String what) ->
                    throw shell.stop(ExitCode.DAMAGED, "cli.backup.damaged", what);
                case ProfileBackup.Opened.UpdateNeeded _ ->
                    throw shell.stop(ExitCode.REFUSED, "cli.backup.update-needed");
            };
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }

    private void restoreVault(Profile profile, Bytes keys) {
        shell.progress("cli.backup.vault-password");
        VaultDoor door = new VaultDoor(shell, profile);
        try (Secret its = password.password(shell);
                UnlockedVault vault = door.made(profile.vault().importSealed(keys, its))) {
            shell.progress("cli.backup.keys-known", vault.accounts().size());
        }
    }
}
