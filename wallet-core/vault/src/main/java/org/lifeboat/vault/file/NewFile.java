package org.lifeboat.vault.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that a user takes away: a key under its own password, or a sealed backup. Only its owner can read
/// it, and it never takes the place of another one.
public final class NewFile {
    private NewFile() {}

    /// What came of writing it.
    public sealed interface Outcome {
        /// It is on the disk.
        record Written() implements Outcome {}

        /// There is something of this name; it was not touched.
        record AlreadyThere() implements Outcome {}

        /// The disk did not take it; nothing was left behind.
        record NotWritten(String why) implements Outcome {}
    }

    /// @param content not kept
    public static Outcome write(Path file, byte[] content) {
        try {
            OwnedFile.createForOwner(file);
        } catch (FileAlreadyExistsException there) {
            return new Outcome.AlreadyThere();
        } catch (IOException refused) {
            return new Outcome.NotWritten(refused.getClass().getSimpleName());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
            return new Outcome.Written();
        } catch (IOException cutOff) {
            return new Outcome.NotWritten(cutOff.getClass().getSimpleName() + takenBack(file));
        }
    }

    /// Half a file must not be taken for a whole one.
    private static String takenBack(Path file) {
        try {
            Files.deleteIfExists(file);
            return "";
        } catch (IOException stays) {
            return "; " + file.getFileName() + " is not whole and could not be deleted";
        }
    }
}
