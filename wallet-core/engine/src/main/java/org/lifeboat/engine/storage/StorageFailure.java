package org.lifeboat.engine.storage;

/// The disk or the database is broken, full or locked by another program. Not an answer to any question:
/// whoever meets it stops, tells the user, and starts nothing.
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageFailure(String message) {
        super(message);
    }
}
