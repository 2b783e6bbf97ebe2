package org.lifeboat.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.lifeboat.vault.Secret;

/// Writes a new file that only its owner can read. Never over an existing one.
final class OwnerFile {
    private OwnerFile() {}

    static void write(Shell shell, Path file, Secret content) {
        byte[] bytes = content.with(byte[]::clone);
        try {
            write(shell, file, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static void write(Shell shell, Path file, byte[] content) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, owner);
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(content);
            }
        } catch (FileAlreadyExistsException there) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.there", file);
        } catch (IOException unwritable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unwritable", file);
        }
    }
}
