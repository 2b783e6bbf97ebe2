package org.lifeboat.ui.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.accounts.Attempt.Refused;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.file.NewFile;
import org.lifeboat.vault.kdf.KdfParameters;

/// Makes the whole-profile backup, and opens it again before it is called made.
final class BackupWork {
    private final Keys keys;
    private final Storage storage;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    BackupWork(Keys keys, Storage storage, InstantSource clock) {
        this.keys = keys;
        this.storage = storage;
        this.clock = clock;
    }

    /// Takes seconds: two passwords are tried on purpose slowly.
    /// @param password of the vault, if there is one; closed
    /// @param its the backup's own; closed
    /// @param decided whoever sets it first decides: the file is written, or the user gave up and nothing is
    Attempt make(Path into, Secret password, Secret its, AtomicBoolean decided) {
        try (password;
                its) {
            if (Files.exists(into)) {
                return Refused.at(Spot.FILE, "file.there");
            }
            // Whoever takes everything away in one file knows the password of the keys in it.
            Optional<Attempt> refusal = keys.exist() ? refusal(keys.check(password)) : Optional.empty();
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Optional<Bytes> vault = keys.sealed();
            if (keys.exist() && vault.isEmpty()) {
                return Refused.at(Spot.WHOLE_FORM, "accounts.fileDamaged");
            }
            return make(new ProfileBackup(storage).collect(vault, clock.instant()), into, its, decided);
        } catch (IOException unreadable) {
            return Refused.at(
                    Spot.WHOLE_FORM, "unlock.unreadable", unreadable.getClass().getSimpleName());
        }
    }

    private Attempt make(ProfileContent content, Path into, Secret its, AtomicBoolean decided) {
        byte[] bytes = ProfileBackup.seal(content, its, KdfParameters.calibrate(System::nanoTime), random);
        if (!(ProfileBackup.open(bytes, its) instanceof ProfileBackup.Opened.Content(ProfileContent back))
                || !back.equals(content)) {
            throw new IllegalStateException("the backup does not read back as it was made");
        }
        if (!decided.compareAndSet(false, true)) {
            return new Attempt.Resting();
        }
        Attempt written = KeyWork.written(NewFile.write(into, bytes));
        return written instanceof Attempt.Resting
                ? new Attempt.Done(new News.BackedUp(
                        into.toString(),
                        content.accounts().size(),
                        content.contacts().size(),
                        content.activity().size()))
                : written;
    }

    private static Optional<Attempt> refusal(Opened opened) {
        return switch (opened) {
            case Opened.Unlocked _ -> Optional.empty();
            case Opened.WrongPassword() -> Optional.of(Refused.at(Spot.PASSWORD, "unlock.wrong"));
            case Opened.TooSoon(Duration wait) ->
                Optional.of(Refused.at(Spot.PASSWORD, "accounts.tooSoon", Long.toString(wait.toSeconds() + 1)));
            case Opened.Damaged _, Opened.Missing _ -> Optional.of(Refused.at(Spot.WHOLE_FORM, "accounts.fileDamaged"));
            case Opened.UpdateNeeded _ -> Optional.of(Refused.at(Spot.WHOLE_FORM, "unlock.update"));
            case Opened.Unreadable(String why) -> Optional.of(Refused.at(Spot.WHOLE_FORM, "unlock.unreadable", why));
        };
    }
}
