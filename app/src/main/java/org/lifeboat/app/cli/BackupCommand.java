package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.kdf.KdfParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat backup FILE`: the whole profile as one sealed file, which is opened again before success is
/// reported.
@Command(name = "backup")
final class BackupCommand extends CliCommand implements HasMembers {
    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    Path file;

    @Option(names = "--backup-password-file", paramLabel = "FILE")
    @Nullable
    Path backupPasswordFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    BackupCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(new BackupRestore(shell));
    }

    @Override
    ExitCode run() {
        Path into = file;
        if (into == null) {
            throw shell.stop(ExitCode.USAGE, "cli.backup.file-needed");
        }
        try (Profile profile = new Profiles(shell).open()) {
            Optional<Bytes> vault = sealedVault(profile);
            if (vault.isPresent()) {
                // Whoever takes everything away in one file knows the password of the keys in it.
                try (UnlockedVault known = new VaultDoor(shell, profile).open(password)) {
                    shell.progress("cli.backup.keys-known", known.accounts().size());
                }
            }
            ProfileContent content = new ProfileBackup(profile.storage())
                    .collect(vault, profile.clock().instant());
            try (Secret own = backupPassword()) {
                shell.progress("cli.backup.sealing");
                byte[] bytes =
                        ProfileBackup.seal(content, own, KdfParameters.calibrate(System::nanoTime), new SecureRandom());
                requireOpens(bytes, own, content);
                OwnerFile.write(shell, into, bytes);
            }
            print(content, into);
            return ExitCode.DONE;
        }
    }

    private Optional<Bytes> sealedVault(Profile profile) {
        try {
            if (profile.vault().exists() && profile.vault().exportSealed().isEmpty()) {
                throw shell.stop(ExitCode.DAMAGED, "cli.vault.damaged-whole", profile.folder());
            }
            return profile.vault().exportSealed();
        } catch (IOException unreadable) {
            throw shell.stop(
                    ExitCode.MACHINE,
                    "cli.vault.unreadable",
                    unreadable.getClass().getSimpleName());
        }
    }

    private Secret backupPassword() {
        PasswordOptions options = new PasswordOptions();
        options.passwordFile = backupPasswordFile;
        if (!options.given()) {
            shell.progress("cli.backup.new-password");
        }
        return options.fresh(shell);
    }

    private static void requireOpens(byte[] bytes, Secret own, ProfileContent content) {
        if (!(ProfileBackup.open(bytes, own) instanceof ProfileBackup.Opened.Content(ProfileContent back))
                || !back.equals(content)) {
            throw new IllegalStateException("the backup does not read back as it was made");
        }
    }

    private void print(ProfileContent content, Path into) {
        ObjectNode json = JsonDocument.object();
        json.put("file", into.toString());
        json.put("withVault", content.vault().isPresent());
        json.put("accounts", content.accounts().size());
        json.put("networks", content.networks().size());
        json.put("endpoints", content.endpoints().size());
        json.put("tokens", content.tokens().size());
        json.put("contacts", content.contacts().size());
        json.put("transactions", content.activity().size());
        json.put("evidence", content.evidence().size());
        json.put("plans", content.plans().size());
        shell.answer(
                "backup",
                json,
                out -> out.println(shell.words()
                        .say(
                                "cli.backup.made",
                                into,
                                content.accounts().size(),
                                content.contacts().size(),
                                content.activity().size())));
    }
}
