package org.lifeboat.app.log;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.storage.RequestStore;
import org.lifeboat.engine.storage.StorageFailure;

/// Keeps every request that leaves the program in the profile, beside the asking: what is added while the
/// disk writes goes with the next write. A request that the end of the program breaks off may tell of itself
/// when the profile is closed already; such a word is dropped. Thread-safe.
public final class KeptRequests implements RequestLog, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KeptRequests.class.getName());

    private final RequestStore store;
    private List<Entry> waiting = new ArrayList<>();
    private boolean writing;
    private boolean closed;

    public KeptRequests(RequestStore store) {
        this.store = store;
    }

    @Override
    public synchronized void add(Entry entry) {
        if (closed) {
            return;
        }
        waiting.add(entry);
        if (!writing) {
            writing = true;
            Thread.startVirtualThread(this::write);
        }
    }

    private void write() {
        for (List<Entry> next = next(); !next.isEmpty(); next = next()) {
            try {
                store.addAll(next);
            } catch (StorageFailure full) {
                // A full disk must not keep the user from asking; the log of the program says what is missing.
                LOG.log(Level.WARNING, "{0} requests could not be kept", next.size());
            }
        }
    }

    private synchronized List<Entry> next() {
        List<Entry> next = waiting;
        waiting = new ArrayList<>();
        if (next.isEmpty()) {
            writing = false;
            notifyAll();
        }
        return next;
    }

    /// Waits until everything added is written, and takes nothing more: the store may be closed next.
    @Override
    public synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (writing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
