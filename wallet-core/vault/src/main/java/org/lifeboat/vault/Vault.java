package org.lifeboat.vault;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.file.OwnedFile;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.seal.SealedBox;
import org.lifeboat.vault.seal.SealingKey;
import org.lifeboat.vault.seal.Unsealed;

/// A vault file while it is closed. Methods take half a second or so (Argon2id) and touch the disk: not for
/// the UI thread.
public final class Vault {
    private final VaultDisk disk;
    private final Secp256k1 curve;
    private final SecureRandom random;
    private final LockClock clock;
    private final RetryDelay delay;

    public Vault(Path file, Secp256k1 curve, SecureRandom random, LockClock clock) {
        this.disk = new VaultDisk(file, random);
        this.curve = curve;
        this.random = random;
        this.clock = clock;
        this.delay = new RetryDelay(clock);
    }

    /// With the computer's own clock and random source.
    public static Vault at(Path file) {
        return new Vault(file, Secp256k1.preferred(), new SecureRandom(), LockClock.system());
    }

    /// Whether there is a file; says nothing about what is in it.
    public boolean exists() {
        return disk.main().exists();
    }

    /// Makes an empty vault whose password costs about half a second to try on this computer.
    /// @param password not kept
    public Created create(Secret password) {
        return create(password, KdfParameters.calibrate(clock::nanos));
    }

    /// @param password not kept
    public Created create(Secret password, KdfParameters parameters) {
        if (exists() || disk.backup().exists()) {
            return new Created.AlreadyThere();
        }
        if (password.size() == 0) {
            return new Created.EmptyPassword();
        }
        SealingKey key = SealingKey.fresh(password, parameters, random);
        return saveNew(new Keyring(), key);
    }

    private Created saveNew(Keyring ring, SealingKey key) {
        Optional<String> problem = disk.save(ring, key);
        if (problem.isPresent()) {
            ring.close();
            key.close();
            return new Created.NotSaved(problem.get());
        }
        return new Created.Done(unlocked(ring, key));
    }

    /// @param password not kept
    public Opened open(Secret password) {
        return open(disk.main(), password);
    }

    /// Opens the backup and, if that works, puts it in the place of the damaged or missing file.
    public Opened openBackup(Secret password) {
        return switch (open(disk.backup(), password)) {
            case Opened.Unlocked(UnlockedVault vault) -> {
                Optional<String> problem = vault.saveAgain();
                if (problem.isPresent()) {
                    vault.close();
                    yield new Opened.Unreadable(problem.get());
                }
                yield new Opened.Unlocked(vault);
            }
            case Opened other -> other;
        };
    }

    private Opened open(OwnedFile file, Secret password) {
        Optional<Duration> wait = delay.remaining();
        if (wait.isPresent()) {
            return new Opened.TooSoon(wait.get());
        }
        byte[] sealed;
        try {
            sealed = file.read(VaultDisk.MOST_BYTES);
        } catch (NoSuchFileException e) {
            return new Opened.Missing(disk.backupLooksWhole());
        } catch (IOException e) {
            return new Opened.Unreadable(String.valueOf(e.getMessage()));
        }
        Opened opened = unseal(sealed, password);
        if (opened instanceof Opened.WrongPassword) {
            delay.failed();
        } else if (opened instanceof Opened.Unlocked) {
            delay.succeeded();
        }
        return opened;
    }

    private Opened unseal(byte[] sealed, Secret password) {
        return switch (SealedBox.open(SealedBox.Kind.VAULT, sealed, password)) {
            case Unsealed.Content(Secret content, SealingKey key) -> read(content, key);
            case Unsealed.WrongPassword() -> new Opened.WrongPassword();
            case Unsealed.Damaged(String what) -> new Opened.Damaged(what, disk.backupLooksWhole());
            case Unsealed.UpdateNeeded(int version) -> new Opened.UpdateNeeded(version);
        };
    }

    private Opened read(Secret content, SealingKey key) {
        try (content) {
            Optional<Integer> newer = KeyringFormat.newerVersion(content);
            Optional<Keyring> ring = newer.isPresent() ? Optional.empty() : KeyringFormat.read(content);
            if (ring.isPresent()) {
                return new Opened.Unlocked(unlocked(ring.get(), key));
            }
            key.close();
            return newer.<Opened>map(Opened.UpdateNeeded::new)
                    .orElseGet(() -> new Opened.Damaged("its content breaks the format", disk.backupLooksWhole()));
        }
    }

    private UnlockedVault unlocked(Keyring ring, SealingKey key) {
        return new UnlockedVault(disk, ring, key, curve, random, delay);
    }

    /// The vault as it lies on the disk, still sealed under its password: a part of a whole-profile backup.
    /// @return empty if there is no whole vault file
    public Optional<Bytes> exportSealed() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        byte[] sealed = disk.main().read(VaultDisk.MOST_BYTES);
        return SealedBox.flaw(SealedBox.Kind.VAULT, sealed).isEmpty()
                ? Optional.of(Bytes.of(sealed))
                : Optional.empty();
    }

    /// Restores what [#exportSealed] gave. Nothing is written unless it opens with `password`.
    public Created importSealed(Bytes sealed, Secret password) {
        if (exists() || disk.backup().exists()) {
            return new Created.AlreadyThere();
        }
        return switch (unseal(sealed.toArray(), password)) {
            case Opened.Unlocked(UnlockedVault vault) -> {
                Optional<String> problem = vault.saveAgain();
                if (problem.isPresent()) {
                    vault.close();
                    yield new Created.NotSaved(problem.get());
                }
                yield new Created.Done(vault);
            }
            case Opened other -> new Created.NotOpened(other);
        };
    }
}
