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
import java.util.OptionalLong;

/// The time of a profile of play money. While its sandbox runs: this computer's, ahead by as much as the sandbox was
/// moved, or behind by as long as that was closed. While it does not run: when it was seen to run last, as the world
/// stands still. The sandbox may be another process; what it says is kept in files beside the profile.
///
/// Where the files are missing or damaged the time is the computer's. Then the light client finds the sandbox's
/// blocks to be of the future, says so, and takes none of them.
final class PlayClock implements InstantSource {
    private static final String AHEAD = "play-clock";
    private static final String SEEN = "play-time";

    private final Path folder;
    private final InstantSource outside;

    /// @param outside this computer's time
    PlayClock(Path folder, InstantSource outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /// @param ahead of the computer's clock; negative where the world is behind it
    static void keep(Path folder, Duration ahead) {
        keep(folder, AHEAD, ahead.toSeconds());
    }

    /// @param unixSeconds of the world that runs
    static void keepSeen(Path folder, long unixSeconds) {
        keep(folder, SEEN, unixSeconds);
    }

    private static void keep(Path folder, String name, long value) {
        Path fresh = folder.resolve(name + ".new");
        try {
            Files.writeString(fresh, Long.toString(value), StandardCharsets.US_ASCII);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's time could not be kept", e);
        }
    }

    /// Whether the time is not counted on, as no sandbox runs.
    boolean stands() {
        return !RunningWorld.isIn(folder);
    }

    @Override
    public Instant instant() {
        OptionalLong seen = stands() ? read(SEEN) : OptionalLong.empty();
        return seen.isPresent()
                ? Instant.ofEpochSecond(seen.getAsLong())
                : outside.instant().plusSeconds(read(AHEAD).orElse(0));
    }

    private OptionalLong read(String name) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(folder.resolve(name), StandardCharsets.US_ASCII)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's time could not be read", e);
        }
    }
}
