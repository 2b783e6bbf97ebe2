package org.lifeboat.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.storage.AccountStore;
import org.lifeboat.primitives.Address;

/// Table `accounts`.
final class AccountTable implements AccountStore {
    private static final String DERIVED = "DERIVED";
    private static final String IMPORTED = "IMPORTED";
    private static final String WATCH_ONLY = "WATCH_ONLY";

    private final Database database;

    AccountTable(Database database) {
        this.database = database;
    }

    @Override
    public List<Account> all() {
        return database.read(
                session -> session.list("SELECT * FROM accounts ORDER BY position, address", AccountTable::account));
    }

    @Override
    public Optional<Account> find(Address address) {
        return database.read(
                session -> session.first("SELECT * FROM accounts WHERE address = ?", AccountTable::account, address));
    }

    @Override
    public void put(Account account) {
        String kind = switch (account.kind()) {
            case Account.Kind.Derived _ -> DERIVED;
            case Account.Kind.Imported _ -> IMPORTED;
            case Account.Kind.WatchOnly _ -> WATCH_ONLY;
        };
        Optional<String> path =
                account.kind() instanceof Account.Kind.Derived(String text) ? Optional.of(text) : Optional.empty();
        database.write(session -> session.change(
                "INSERT OR REPLACE INTO accounts (address, label, kind, path, position, hidden)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                account.address(),
                account.label(),
                kind,
                path,
                account.position(),
                account.hidden()));
    }

    @Override
    public boolean remove(Address address) {
        return database.write(session -> session.change("DELETE FROM accounts WHERE address = ?", address)) > 0;
    }

    private static Account account(Row row) throws SQLException {
        String name = row.text("kind");
        Account.Kind kind = switch (name) {
            case DERIVED -> new Account.Kind.Derived(row.text("path"));
            case IMPORTED -> new Account.Kind.Imported();
            case WATCH_ONLY -> new Account.Kind.WatchOnly();
            default -> throw new SQLException("unknown kind of account: " + name);
        };
        return new Account(
                row.address("address"), row.text("label"), kind, row.smallNumber("position"), row.flag("hidden"));
    }
}
