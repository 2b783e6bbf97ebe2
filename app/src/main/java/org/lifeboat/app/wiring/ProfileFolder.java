package org.lifeboat.app.wiring;

import java.nio.file.Path;
import java.util.Map;

/// Where a profile lies when the user names no folder.
public final class ProfileFolder {
    private ProfileFolder() {}

    /// Linux and others: `$XDG_DATA_HOME/lifeboat`, else `~/.local/share/lifeboat` (XDG Base Directory
    /// Specification). Windows: `%APPDATA%\Lifeboat`. macOS: `~/Library/Application Support/Lifeboat`.
    /// @param operatingSystem as `os.name` says it
    /// @param userHome as `user.home` says it
    public static Path byConvention(String operatingSystem, Map<String, String> environment, String userHome) {
        if (operatingSystem.startsWith("Windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isBlank()
                    ? Path.of(userHome, "AppData", "Roaming", "Lifeboat")
                    : Path.of(roaming, "Lifeboat");
        }
        if (operatingSystem.startsWith("Mac")) {
            return Path.of(userHome, "Library", "Application Support", "Lifeboat");
        }
        Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        // The specification: "If an implementation encounters a relative path ... it should ignore it."
        return data.isAbsolute() ? data.resolve("lifeboat") : Path.of(userHome, ".local", "share", "lifeboat");
    }
}
