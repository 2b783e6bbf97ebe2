package org.lifeboat.app.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lifeboat.engine.source.RequestLog;

/// Writes every request that leaves the program into a file of the profile: when, to which host, for which network and
/// purpose, which methods. One line a request, tab-separated; nothing that was asked about, and nothing secret.
public final class RequestFile implements RequestLog {
    /// Beyond this the file becomes `requests.log.1`, and the one before that goes.
    private static final long LIMIT_BYTES = 2_000_000;

    private static final Logger LOG = Logger.getLogger(RequestFile.class.getName());

    private final Path file;

    public RequestFile(Path profile) {
        this.file = profile.resolve("requests.log");
    }

    @Override
    public synchronized void add(Entry entry) {
        String line = String.join(
                "\t",
                entry.time().truncatedTo(ChronoUnit.MILLIS).toString(),
                entry.chain().toString(),
                entry.host(),
                entry.purpose().name(),
                entry.methods().toString(),
                entry.took().toMillis() + " ms",
                entry.outcome());
        try {
            if (Files.exists(file) && Files.size(file) > LIMIT_BYTES) {
                Files.move(file, file.resolveSibling("requests.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            // A full disk must not keep the user from asking; the log of the program says that a line is missing.
            LOG.log(
                    Level.WARNING,
                    "a request could not be logged: {0}",
                    unwritable.getClass().getName());
        }
    }
}
