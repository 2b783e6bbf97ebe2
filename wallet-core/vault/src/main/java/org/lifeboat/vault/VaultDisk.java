package org.lifeboat.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.vault.file.OwnedFile;
import org.lifeboat.vault.seal.SealedBox;
import org.lifeboat.vault.seal.SealingKey;

/// The vault file and its one backup. Every change makes a new key or another password, so the backup is
/// rewritten each time: an old one would lack the key, or open with the password that was given up.
final class VaultDisk {
    /// A vault of thousands of accounts is far below this. Unit: bytes.
    static final long MOST_BYTES = 16L << 20;

    private static final String BACKUP_ENDING = ".backup";

    private final OwnedFile main;
    private final OwnedFile backup;
    private final SecureRandom random;

    VaultDisk(Path file, SecureRandom random) {
        this.main = new OwnedFile(file);
        this.backup = new OwnedFile(file.resolveSibling(file.getFileName() + BACKUP_ENDING));
        this.random = random;
    }

    OwnedFile main() {
        return main;
    }

    OwnedFile backup() {
        return backup;
    }

    boolean backupLooksWhole() {
        try {
            return backup.exists()
                    && SealedBox.flaw(SealedBox.Kind.VAULT, backup.read(MOST_BYTES))
                            .isEmpty();
        } catch (IOException e) {
            // Not readable now: then it is of no help now.
            return false;
        }
    }

    /// Writes both files and opens both again.
    /// @return empty if all went well, else why not
    Optional<String> save(Keyring ring, SealingKey key) {
        try (Secret content = KeyringFormat.write(ring)) {
            Optional<byte[]> before = content(main);
            Optional<byte[]> backupBefore = content(backup);
            byte[] sealed = SealedBox.seal(SealedBox.Kind.VAULT, content, key, random);
            try {
                write(main, sealed, content, key);
                write(backup, sealed, content, key);
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e.getMessage() + putBack(main, before) + putBack(backup, backupBefore));
            }
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void write(OwnedFile file, byte[] sealed, Secret content, SealingKey key) throws IOException {
        file.write(sealed);
        Optional<Secret> again = SealedBox.reopen(SealedBox.Kind.VAULT, file.read(MOST_BYTES), key);
        try (Secret found = again.orElseGet(Secret::empty)) {
            if (!found.matches(content)) {
                throw new IOException("the file just written does not open: " + file.path());
            }
        }
    }

    private static Optional<byte[]> content(OwnedFile file) throws IOException {
        return file.exists() ? Optional.of(file.read(MOST_BYTES)) : Optional.empty();
    }

    /// So that what is told (nothing changed) is true on the disk as well: where there was no file, none
    /// stays behind that would be taken for a vault.
    private static String putBack(OwnedFile file, Optional<byte[]> before) {
        try {
            if (before.isEmpty()) {
                file.delete();
            } else if (!Arrays.equals(file.read(MOST_BYTES), before.get())) {
                file.write(before.get());
            }
            return "";
        } catch (IOException e) {
            return "; " + file.path().getFileName() + " could not be put back as it was: " + e.getMessage();
        }
    }
}
