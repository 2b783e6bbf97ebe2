package org.lifeboat.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.storage.StorageFailure;

/// That this process alone works on a profile. The lock is the operating system's and ends with the process,
/// however that ends; what stands in the file only says who it is.
public final class ProfileLock implements AutoCloseable {
    private static final int NOTE_LIMIT = 100;

    private final FileChannel channel;
    private final FileLock lock;

    private ProfileLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    public sealed interface Outcome {
        record Held(ProfileLock lock) implements Outcome {}

        /// Another process has the profile open.
        /// @param holder who, as far as its note is there and could be read
        record Taken(Optional<Holder> holder) implements Outcome {}
    }

    /// @param startedAt when that process took the lock
    /// @param stay what it took it for
    public record Holder(long processId, Instant startedAt, Stay stay) {}

    /// For how long a process wants to keep the lock.
    public enum Stay {
        /// Until it is done with what a user wants of it.
        OPEN,
        /// For one look at what is under way, which nobody waits for.
        ROUND
    }

    /// Does not wait. Makes `file`, and its folder, where they are missing.
    /// @param stay what others are told of it
    /// @throws StorageFailure if the disk refuses, or its file system has no locks
    public static Outcome take(Path file, Instant now, Stay stay) {
        OwnerOnly.createFile(file);
        // The note is in a file of its own: on some systems a locked file cannot even be read by others.
        Path note = file.resolveSibling(file.getFileName() + ".holder");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return new Outcome.Taken(holder(note));
            }
            OwnerOnly.createFile(note);
            Files.writeString(note, ProcessHandle.current().pid() + " " + now + " " + stay);
            return new Outcome.Held(new ProfileLock(channel, lock.get()));
        } catch (IOException e) {
            throw new StorageFailure("the profile could not be locked: " + e, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return Optional.empty();
        }
    }

    private static Optional<Holder> holder(Path note) {
        try (FileChannel channel = FileChannel.open(note, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(NOTE_LIMIT);
            channel.read(bytes);
            String[] parts = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).split(" ");
            if (parts.length != 3) {
                return Optional.empty();
            }
            Holder noted = new Holder(Long.parseLong(parts[0]), Instant.parse(parts[1]), Stay.valueOf(parts[2]));
            // Of a process that has ended it is the note of an earlier time: the one that holds the lock now has not
            // written its own yet.
            return ProcessHandle.of(noted.processId())
                    .filter(ProcessHandle::isAlive)
                    .map(_ -> noted);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // Whose lock it is is a courtesy; that it is taken is known already.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StorageFailure("the profile could not be unlocked: " + e, e);
        }
    }
}
