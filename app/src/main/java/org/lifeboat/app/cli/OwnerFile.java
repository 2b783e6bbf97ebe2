package org.lifeboat.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.file.NewFile;

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
        switch (NewFile.write(file, content)) {
            case NewFile.Outcome.Written() -> {}
            case NewFile.Outcome.AlreadyThere() -> throw shell.stop(ExitCode.REFUSED, "cli.file.there", file);
            case NewFile.Outcome.NotWritten _ -> throw shell.stop(ExitCode.REFUSED, "cli.file.unwritable", file);
        }
    }
}
