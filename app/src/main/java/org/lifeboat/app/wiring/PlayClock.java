package org.lifeboat.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of a profile of play money: this computer's, ahead by as much as its sandbox was moved, or behind by as
/// long as that was closed. The sandbox may be another process; what it says is kept in a file beside the profile.
///
/// Where the file is missing or damaged the time is the computer's. Then the light client finds the sandbox's
/// blocks to be of the future, says so, and takes none of them.
final class PlayClock implements InstantSource {
    private static final String FILE = "play-clock";

    private final Path file;
    private final InstantSource outside;

    /// @param outside this computer's time
    PlayClock(Path folder, InstantSource outside) {
        this.file = folder.resolve(FILE);
        this.outside = outside;
    }

    /// @param ahead of the computer's clock; negative where the world is behind it
    static void keep(Path folder, Duration ahead) {
        Path file = folder.resolve(FILE);
        Path fresh = folder.resolve(FILE + ".new");
        try {
            Files.writeString(fresh, Long.toString(ahead.toSeconds()), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's time could not be kept", e);
        }
    }

    @Override
    public Instant instant() {
        return outside.instant().plusSeconds(ahead());
    }

    private long ahead() {
        try {
            return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's time could not be read", e);
        }
    }
}
