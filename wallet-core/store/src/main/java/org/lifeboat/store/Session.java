package org.lifeboat.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// One connection, with domain values bound by their type. Used by one thread at a time.
final class Session {
    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Makes a value of one row.
    interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                found.add(reading.read(row));
            }
            return List.copyOf(found);
        }
    }

    <T> Optional<T> first(String sql, Reading<T> reading, Object... values) throws SQLException {
        List<T> found = list(sql, reading, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /// @return how many rows were changed
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /// The same change with each of several rows of values.
    void changeEach(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    bind(statement, i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }
    }

    /// Runs a statement of ours that has no values.
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> statement.setNull(index, Types.NULL);
            case Optional<?> optional -> bind(statement, index, optional.get());
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case Enum<?> name -> statement.setString(index, name.name());
            case Address address -> statement.setString(index, address.toHex());
            case Hash32 hash -> statement.setString(index, hash.toHex());
            case ChainId chain -> statement.setLong(index, chain.value());
            case Nonce nonce -> statement.setLong(index, nonce.value());
            case Wei wei -> statement.setString(index, wei.value().toString());
            case BigInteger number -> statement.setString(index, number.toString());
            case Instant time -> statement.setLong(index, time.toEpochMilli());
            case Bytes bytes -> statement.setBytes(index, bytes.toArray());
            default -> throw new IllegalArgumentException("no column type for " + value.getClass());
        }
    }
}
