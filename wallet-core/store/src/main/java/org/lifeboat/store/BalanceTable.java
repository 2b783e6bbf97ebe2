package org.lifeboat.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Table `balances`: one row a position and level.
final class BalanceTable implements BalanceStore {
    private static final String NATIVE = "";

    private final Database database;

    BalanceTable(Database database) {
        this.database = database;
    }

    @Override
    public void put(StoredReading reading) {
        putAll(List.of(reading));
    }

    @Override
    public void putAll(List<StoredReading> readings) {
        database.write(session -> {
            session.changeEach("""
                    INSERT OR REPLACE INTO balances (chain, account, token, level, marks, block_number, block_hash,
                        block_time, units, read_at, source_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, readings.stream().map(BalanceTable::values).toList());
            return readings.size();
        });
    }

    private static Object[] values(StoredReading reading) {
        return new Object[] {
            reading.chain(),
            reading.account(),
            token(reading.token()),
            reading.assurance().level(),
            reading.assurance().marks().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
            reading.block().number(),
            reading.block().hash(),
            reading.block().unixSeconds(),
            reading.units(),
            reading.readAt(),
            reading.source().url()
        };
    }

    @Override
    public List<StoredReading> of(ChainId chain, Address account, Optional<Address> token) {
        return database.read(session -> session.list(
                "SELECT * FROM balances WHERE chain = ? AND account = ? AND token = ? ORDER BY level",
                BalanceTable::reading,
                chain,
                account,
                token(token)));
    }

    @Override
    public List<StoredReading> of(ChainId chain, Address account) {
        return database.read(session -> session.list(
                "SELECT * FROM balances WHERE chain = ? AND account = ? ORDER BY token, level",
                BalanceTable::reading,
                chain,
                account));
    }

    @Override
    public List<StoredReading> all() {
        return database.read(session ->
                session.list("SELECT * FROM balances ORDER BY chain, account, token, level", BalanceTable::reading));
    }

    @Override
    public boolean remove(ChainId chain, Address account, Optional<Address> token, Assurance.Level level) {
        return database.write(session -> session.change(
                        "DELETE FROM balances WHERE chain = ? AND account = ? AND token = ? AND level = ?",
                        chain,
                        account,
                        token(token),
                        level))
                > 0;
    }

    @Override
    public void removeAll(ChainId chain) {
        database.write(session -> session.change("DELETE FROM balances WHERE chain = ?", chain));
    }

    private static String token(Optional<Address> token) {
        return token.map(Address::toHex).orElse(NATIVE);
    }

    private static StoredReading reading(Row row) throws SQLException {
        String token = row.text("token");
        String marks = row.text("marks");
        Set<Assurance.Mark> marked = marks.isEmpty()
                ? Set.of()
                : Arrays.stream(marks.split(",")).map(Assurance.Mark::valueOf).collect(Collectors.toSet());
        ChainId chain = row.chain("chain");
        return new StoredReading(
                chain,
                row.address("account"),
                token.equals(NATIVE) ? Optional.empty() : Optional.of(Address.fromHex(token)),
                new Assurance(row.name("level", Assurance.Level.class), marked),
                row.block("block"),
                row.units("units"),
                row.time("read_at"),
                new SourceId(chain, row.text("source_url")));
    }
}
