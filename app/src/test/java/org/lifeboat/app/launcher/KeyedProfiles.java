package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Profiles that hold one key, as account `user`, and know no network. The first for a key and a password is made by
/// the
/// program's own commands, which try for seconds how much work the vault's password may cost; later ones are copies.
final class KeyedProfiles {
    private record Made(String key, String password) {}

    /// What each consists of, by the paths inside its folder, folders first.
    private static final Map<Made, Map<Path, byte[]>> FILES = new HashMap<>();

    private KeyedProfiles() {}

    /// @param home the folder, which is not there yet
    /// @param key file with the key, to be read by the program
    /// @param password file with the password
    static synchronized void make(Path home, Path key, Path password) throws IOException {
        Made made = new Made(Files.readString(key), Files.readString(password));
        Map<Path, byte[]> known = FILES.get(made);
        if (known != null) {
            write(home, known);
            return;
        }
        Launcher lifeboat = new Launcher(home);
        done(lifeboat.run("create", "--words-later", "--password-file", password.toString()));
        done(lifeboat.run(
                "accounts",
                "import",
                "--key-file",
                key.toString(),
                "--label",
                "user",
                "--password-file",
                password.toString()));
        FILES.put(made, read(home));
    }

    private static void done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static Map<Path, byte[]> read(Path home) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(each), Files.readAllBytes(each));
            }
        }
        return files;
    }

    private static void write(Path home, Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> each : files.entrySet()) {
            Path file = home.resolve(each.getKey());
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, each.getValue(), StandardOpenOption.WRITE);
        }
    }
}
