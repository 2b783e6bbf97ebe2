package org.lifeboat.app.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The program's and its libraries' log lines: a file of the profile, never standard error.
public final class ProgramLog {
    private static final int LIMIT_BYTES = 1_000_000;
    private static final int FILES = 2;

    private ProgramLog() {}

    /// Takes everything off standard error. Called before anything else.
    public static void silence() {
        LogManager.getLogManager().reset();
    }

    /// Warnings and worse go into `lifeboat.log` of an existing profile.
    public static void writeTo(Path profile) {
        try {
            FileHandler file = new FileHandler(
                    profile.resolve("lifeboat.log").toString().replace("%", "%%"), LIMIT_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.WARNING);
            Logger.getLogger("").addHandler(file);
        } catch (IOException unwritable) {
            // A log that cannot be written keeps nobody from their money.
            silence();
        }
    }
}
