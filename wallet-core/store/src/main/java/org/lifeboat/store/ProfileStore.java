package org.lifeboat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifeboat.engine.storage.AccountStore;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.ContactStore;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.NetworkStore;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.RequestStore;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StorageFailure;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.engine.storage.TokenStore;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The records of one profile in one SQLite file. One process at a time: see [ProfileLock].
public final class ProfileStore implements Storage, AutoCloseable {
    private final Database database;
    private final AccountStore accounts;
    private final NetworkStore networks;
    private final SourceStore sources;
    private final TokenStore tokens;
    private final BalanceStore balances;
    private final ActivityStore activity;
    private final ContactStore contacts;
    private final SettingStore settings;
    private final EvidenceStore evidence;
    private final RequestStore requests;
    private final SyncStore sync;
    private final PlanStore plans;

    private ProfileStore(Database database) {
        this.database = database;
        accounts = new AccountTable(database);
        networks = new NetworkTable(database);
        sources = new SourceTable(database);
        tokens = new TokenTable(database);
        balances = new BalanceTable(database);
        activity = new ActivityTable(database);
        contacts = new ContactTable(database);
        settings = new SettingTable(database);
        evidence = new EvidenceTable(database);
        requests = new RequestTable(database);
        sync = new SyncTable(database);
        plans = new PlanTable(database);
    }

    /// Opens `file`, or makes it, readable by its owner alone. Checks the whole file first; migrates an older
    /// one.
    /// @throws StorageFailure if the disk refuses
    public static Opening open(Path file) {
        try {
            // SQLite gives its log and its index the permissions of the file itself.
            OwnerOnly.createFile(file);
            Optional<Opening> refused = check(file);
            if (refused.isPresent()) {
                return refused.get();
            }
            try (Connection connection = Database.connect(file, false)) {
                Schema.migrate(connection);
            }
            return new Opening.Opened(new ProfileStore(new Database(file)));
        } catch (SQLException e) {
            if (saysDamaged(e)) {
                return new Opening.Damaged(String.valueOf(e.getMessage()));
            }
            throw new StorageFailure("the profile's records could not be opened: " + e.getMessage(), e);
        }
    }

    /// Renames a damaged file, with its log, out of the way; nothing is deleted. Only on the user's word.
    /// @return where it is now
    public static Path moveAside(Path file, Instant now) {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
                .withZone(ZoneOffset.UTC)
                .format(now);
        String aside = file.getFileName() + ".damaged-" + stamp;
        try {
            for (String suffix : List.of("-wal", "-shm", "")) {
                Path part = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(part)) {
                    Files.move(part, file.resolveSibling(aside + suffix));
                }
            }
            return file.resolveSibling(aside);
        } catch (IOException e) {
            throw new StorageFailure("the damaged file could not be moved aside: " + e, e);
        }
    }

    /// Looks without touching: not even the journal's mode is changed before the file is known to be ours.
    private static Optional<Opening> check(Path file) throws SQLException {
        try (Connection connection = Database.connectToLook(file)) {
            Session session = new Session(connection);
            int version = Schema.pragma(session, "user_version");
            boolean empty = session.list("SELECT name FROM sqlite_schema LIMIT 1", row -> row.text("name"))
                    .isEmpty();
            if (!empty && Schema.pragma(session, "application_id") != Schema.APPLICATION_ID) {
                return Optional.of(new Opening.Damaged("not a file of this program"));
            }
            if (version > Schema.NEWEST) {
                return Optional.of(new Opening.UpdateNeeded(version, Schema.NEWEST));
            }
            List<String> findings = session.list("PRAGMA quick_check(5)", row -> row.text("quick_check"));
            return findings.equals(List.of("ok"))
                    ? Optional.empty()
                    : Optional.of(new Opening.Damaged(String.join("; ", findings)));
        }
    }

    private static boolean saysDamaged(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB);
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public NetworkStore networks() {
        return networks;
    }

    @Override
    public SourceStore sources() {
        return sources;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public BalanceStore balances() {
        return balances;
    }

    @Override
    public ActivityStore activity() {
        return activity;
    }

    @Override
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public SettingStore settings() {
        return settings;
    }

    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public RequestStore requests() {
        return requests;
    }

    @Override
    public SyncStore sync() {
        return sync;
    }

    @Override
    public PlanStore plans() {
        return plans;
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return database.write(_ -> work.get());
    }

    @Override
    public void close() {
        database.close();
    }
}
