package org.lifeboat.app.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes down where a bug showed itself.
///
/// Only the kinds of the exceptions and the places are written, never their messages: a message may quote
/// what was typed.
public final class CrashLog {
    private CrashLog() {}

    /// @param profile where the log belongs; where it cannot be written, a temporary file takes its place
    /// @return the file written, or empty if the disk takes nothing
    public static Optional<Path> write(Throwable problem, Path profile) {
        String text = describe(problem);
        // A folder that does not exist yet is not made for this: the write fails, and the temporary file is used.
        return append(profile.resolve("crash.log"), text).or(() -> appendToTemporary(text));
    }

    private static Optional<Path> append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> appendToTemporary(String text) {
        try {
            return append(Files.createTempFile("lifeboat-crash-", ".log"), text);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static String describe(Throwable problem) {
        StringBuilder text = new StringBuilder(1000).append(Instant.now()).append('\n');
        Throwable one = problem;
        for (int depth = 0; one != null && depth < 10; depth++) {
            text.append(depth == 0 ? "" : "caused by ")
                    .append(one.getClass().getName())
                    .append('\n');
            for (StackTraceElement place : List.of(one.getStackTrace())) {
                text.append("    ").append(place).append('\n');
            }
            one = one.getCause();
        }
        return text.append('\n').toString();
    }
}
