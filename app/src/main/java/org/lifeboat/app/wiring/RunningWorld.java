package org.lifeboat.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// That a sandbox runs for a profile of play money. Its process holds a lock beside the profile, which ends with the
/// process however that ends. Two sandboxes of one profile hold it together.
final class RunningWorld {
    private static final String FILE = "play-world.lock";

    /// Those that this process holds: to try such a lock out here would let go of it (POSIX).
    private static final Map<Path, RunningWorld> HELD = new HashMap<>();

    private final FileChannel channel;

    private RunningWorld(FileChannel channel) {
        this.channel = channel;
    }

    /// From now on, until [#ended] or the end of this process.
    static void begun(Path folder) {
        synchronized (HELD) {
            if (!HELD.containsKey(folder)) {
                HELD.put(folder, new RunningWorld(held(folder.resolve(FILE))));
            }
        }
    }

    private static FileChannel held(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Waits for no longer than another process takes to try it out.
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("that a sandbox runs could not be kept", e);
        }
    }

    /// Does that unless it has ended: then the folder may be gone.
    static void whileRunning(Path folder, Runnable that) {
        synchronized (HELD) {
            if (HELD.containsKey(folder)) {
                that.run();
            }
        }
    }

    static void ended(Path folder) {
        synchronized (HELD) {
            Optional.ofNullable(HELD.remove(folder)).ifPresent(RunningWorld::letGo);
        }
    }

    private void letGo() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("that a sandbox runs is kept still", e);
        }
    }

    static boolean isIn(Path folder) {
        synchronized (HELD) {
            return HELD.containsKey(folder) || isHeldElsewhere(folder.resolve(FILE));
        }
    }

    private static boolean isHeldElsewhere(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Optional<FileLock> free = Optional.ofNullable(channel.tryLock());
            return free.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("whether a sandbox runs could not be read", e);
        }
    }
}
