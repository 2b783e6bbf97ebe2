package org.lifeboat.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.lifeboat.engine.storage.StorageFailure;
import org.sqlite.SQLiteConfig;

/// An open file: one writer thread with its connection, and a few readers with theirs.
///
/// SQLite's native calls hold on to the platform thread they run on, so they run on threads of our own; a
/// virtual thread that asks merely waits. Being interrupted does not cut a wait short: whether a write was kept
/// must be known.
final class Database implements AutoCloseable {
    private static final int READERS = 3;
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Connection writing;
    private final BlockingQueue<Connection> reading = new ArrayBlockingQueue<>(READERS);
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService writer;
    private final ExecutorService readers;
    private volatile Thread writerThread = Thread.currentThread();

    /// What is done with a session, on a thread of the database.
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /// The file must exist, be sound and of the newest schema.
    Database(Path file) throws SQLException {
        writing = connect(file, false);
        connections.add(writing);
        for (int i = 0; i < READERS; i++) {
            Connection reader = connect(file, true);
            connections.add(reader);
            reading.add(reader);
        }
        writer = Executors.newSingleThreadExecutor(named("store-writer"));
        readers = Executors.newFixedThreadPool(READERS, named("store-reader"));
        await(writer.submit(() -> writerThread = Thread.currentThread()));
    }

    /// A connection that changes nothing in the file.
    static Connection connectToLook(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        Connection connection = config.createConnection(address(file));
        try {
            new Session(connection).run("PRAGMA query_only = 1");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String address(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    static Connection connect(Path file, boolean queryOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        Connection connection = config.createConnection(address(file));
        try {
            if (queryOnly) {
                new Session(connection).run("PRAGMA query_only = 1");
            } else {
                connection.setAutoCommit(false);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Reads beside the writer; inside a transaction, what that transaction sees.
    <T> T read(Work<T> work) {
        if (Thread.currentThread().equals(writerThread)) {
            return attempt(() -> work.on(new Session(writing)));
        }
        return await(readers.submit(() -> {
            Connection connection = reading.take();
            try {
                return work.on(new Session(connection));
            } finally {
                reading.add(connection);
            }
        }));
    }

    /// Changes in a transaction of its own, or as a part of the one that is running on this thread.
    <T> T write(Work<T> work) {
        if (Thread.currentThread().equals(writerThread)) {
            return attempt(() -> work.on(new Session(writing)));
        }
        return await(writer.submit(() -> transaction(work)));
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        boolean kept = false;
        try {
            T result = work.on(new Session(writing));
            writing.commit();
            kept = true;
            return result;
        } finally {
            if (!kept) {
                writing.rollback();
            }
        }
    }

    private static <T> T attempt(Callable<T> work) {
        try {
            return work.call();
        } catch (SQLException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("work throws nothing else", e);
        }
    }

    private static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case SQLException e ->
                new StorageFailure("the profile's records could not be read or written: " + e.getMessage(), e);
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new StorageFailure("the profile's records could not be read or written", cause);
        };
    }

    /// Lets what was begun come to its end, folds the log into the file, and lets go of it.
    @Override
    public void close() {
        writer.close();
        readers.close();
        try {
            writing.setAutoCommit(true);
            new Session(writing).run("PRAGMA wal_checkpoint(TRUNCATE)");
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }
}
