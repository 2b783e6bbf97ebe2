package org.lifeboat.ui.onboarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupField;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupProblem;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;

/// Brings a whole profile back. The keys go first: if they do not open, nothing at all is restored. Asks nobody.
record BackupRestoring(Keys keys, Storage storage) {
    /// What is larger is no backup of this program. Unit: bytes.
    private static final long LARGEST = 256L << 20;

    /// Takes seconds: two passwords are tried on purpose slowly.
    /// @param own of the backup; closed
    /// @param wallets of the keys in it; closed
    /// @param decided whoever sets it first decides: it is restored, or the user gave up and nothing is
    /// @return [BackupProblem.None] if everything is there
    BackupProblem restore(String file, Secret own, Secret wallets, AtomicBoolean decided) {
        try (own;
                wallets) {
            if (file.isBlank()) {
                return refused(BackupField.FILE, "file.needed");
            }
            Path path = Path.of(file.strip());
            if (Files.size(path) > LARGEST) {
                return refused(BackupField.FILE, "backup.damaged");
            }
            return switch (ProfileBackup.open(Files.readAllBytes(path), own)) {
                case ProfileBackup.Opened.Content(ProfileContent content) -> place(content, wallets, decided);
                case ProfileBackup.Opened.WrongPassword() -> refused(BackupField.PASSWORD, "backup.wrongPassword");
                case ProfileBackup.Opened.Damaged(var _) -> refused(BackupField.FILE, "backup.damaged");
                case ProfileBackup.Opened.UpdateNeeded(var _) -> refused(BackupField.FILE, "backup.update");
            };
        } catch (IOException | InvalidPathException unreadable) {
            return refused(BackupField.FILE, "file.unreadable");
        }
    }

    private BackupProblem place(ProfileContent content, Secret wallets, AtomicBoolean decided) {
        ProfileBackup backup = new ProfileBackup(storage);
        if (!backup.isEmpty()) {
            return refused(BackupField.WHOLE_FORM, "backup.notEmpty");
        }
        if (!decided.compareAndSet(false, true)) {
            return new BackupProblem.None();
        }
        Optional<BackupProblem> problem = content.vault().flatMap(vault -> keys(vault, wallets));
        if (problem.isPresent()) {
            return problem.get();
        }
        return switch (backup.restore(content)) {
            case ProfileBackup.Restored.Done _ -> new BackupProblem.None();
            case ProfileBackup.Restored.NotEmpty() -> refused(BackupField.WHOLE_FORM, "backup.notEmpty");
        };
    }

    private Optional<BackupProblem> keys(Bytes sealed, Secret wallets) {
        return switch (keys.restore(sealed, wallets)) {
            case Created.Done _ -> Optional.empty();
            case Created.AlreadyThere() -> Optional.of(refused(BackupField.WHOLE_FORM, "backup.notEmpty"));
            case Created.NotOpened(Opened.WrongPassword()), Created.EmptyPassword() ->
                Optional.of(refused(BackupField.WALLET_PASSWORD, "backup.wrongWallet"));
            case Created.NotOpened(Opened.UpdateNeeded _) -> Optional.of(refused(BackupField.FILE, "backup.update"));
            case Created.NotOpened _ -> Optional.of(refused(BackupField.FILE, "backup.damaged"));
            case Created.NotSaved(String why) -> Optional.of(refused(BackupField.WHOLE_FORM, "password.notSaved", why));
        };
    }

    private static BackupProblem refused(BackupField field, String key, String... arguments) {
        return new BackupProblem.Refused(field, key, List.of(arguments));
    }
}
