package org.lifeboat.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.lifeboat.ui.session.PlayedWorld;

/// The folder of a world of play money with its profile, beside the user's own; deleted at the end unless the user
/// keeps it. What is in it is never mixed with anything else: only a folder that is marked as one of play money is
/// gone on with or deleted.
final class PlayFolder implements PlayedWorld, AutoCloseable {
    private static final String ENDING = "-play";
    private static final String WORLD = "world";
    private static final String KEPT = "kept-world";
    private static final String SENTENCE = "The user has chosen to go on with this world.\n";

    private final Path folder;
    private final boolean lost;

    private PlayFolder(Path folder, boolean lost) {
        this.folder = folder;
        this.lost = lost;
    }

    /// What stands where a world would be kept.
    sealed interface Found {
        /// Nobody kept one there. The folder does not exist, or is empty.
        record Free(PlayFolder folder) implements Found {}

        /// One was kept; its profile is open.
        record Kept(PlayFolder folder, Profile profile) implements Found {}

        /// Another window plays there, or it is nothing that may be touched here.
        record Taken() implements Found {}
    }

    /// Looks for the world that was kept beside that profile. What a window left there that ended before it could
    /// clear it away is deleted.
    /// @param profile the folder of the user's own
    static Found beside(Path profile, InstantSource clock) throws IOException {
        Path own = profile.toAbsolutePath().normalize();
        Path name = own.getFileName();
        if (name == null) {
            return new Found.Taken();
        }
        Path folder = own.resolveSibling(name + ENDING);
        if (!PlayMoney.isIn(folder)) {
            return isFree(folder) ? new Found.Free(new PlayFolder(folder, false)) : new Found.Taken();
        }
        boolean kept = Files.exists(folder.resolve(KEPT));
        return switch (Profile.open(folder, clock)) {
            case Profile.Opened.Ready(Profile ready) when kept -> new Found.Kept(new PlayFolder(folder, false), ready);
            case Profile.Opened.Ready(Profile ready) -> {
                ready.close();
                yield cleared(folder, false);
            }
            case Profile.Opened.Damaged _ -> cleared(folder, kept);
            case Profile.Opened.InUse _, Profile.Opened.UpdateNeeded _ -> new Found.Taken();
        };
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Found cleared(Path folder, boolean lost) throws IOException {
        new TemporaryProfile(folder).close();
        return new Found.Free(new PlayFolder(folder, lost));
    }

    /// The same folder for a new world, where the one that was kept cannot be gone on with.
    PlayFolder anew() throws IOException {
        new TemporaryProfile(folder).close();
        return new PlayFolder(folder, true);
    }

    Path folder() {
        return folder;
    }

    /// The file of the world itself.
    Path world() {
        return folder.resolve(WORLD);
    }

    @Override
    public boolean kept() {
        return Files.exists(folder.resolve(KEPT));
    }

    @Override
    public void keep(boolean wanted) {
        try {
            if (wanted) {
                Files.writeString(folder.resolve(KEPT), SENTENCE, StandardCharsets.UTF_8);
            } else {
                Files.deleteIfExists(folder.resolve(KEPT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of a kept world could not be changed", e);
        }
    }

    @Override
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() throws IOException {
        if (!kept()) {
            new TemporaryProfile(folder).close();
        }
    }
}
