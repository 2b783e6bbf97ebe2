package org.lifeboat.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A wallet's profile that outlives its process: the process dies without a word, and another opens what it left
/// on the disk.
public final class PlayProcess {
    private static final List<String> RECORDS = List.of("profile.db", "profile.db-wal");
    private static final String SHARED_MEMORY = "profile.db-shm";

    private PlayProcess() {}

    /// Ends the process as if it had been killed: what its end would have tidied up is as it was before.
    /// @return the same profile, opened anew
    public static Profile killed(Profile profile, InstantSource clock) {
        try {
            Path folder = profile.folder();
            Map<Path, byte[]> left = new LinkedHashMap<>();
            for (String name : RECORDS) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    left.put(file, Files.readAllBytes(file));
                }
            }
            profile.close();
            deleteRecords(folder);
            for (Map.Entry<Path, byte[]> each : left.entrySet()) {
                Files.write(each.getKey(), each.getValue());
            }
            return Profile.fresh(folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the process, and all that it had recorded is gone.
    /// @return an empty profile in the same place
    public static Profile robbed(Profile profile, InstantSource clock) {
        try {
            profile.close();
            deleteRecords(profile.folder());
            return Profile.fresh(profile.folder(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteRecords(Path folder) throws IOException {
        for (String name : RECORDS) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder.resolve(SHARED_MEMORY));
    }

    /// Ends it for good.
    public static void end(Profile profile) throws IOException {
        profile.close();
        new TemporaryProfile(profile.folder()).close();
    }
}
