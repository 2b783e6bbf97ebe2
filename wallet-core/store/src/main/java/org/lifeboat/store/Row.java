package org.lifeboat.store;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// The current row of a result, its columns read as domain values. A column that should not be null and is, or
/// holds something else, is a damaged file.
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return optionalText(column).orElseThrow(() -> new SQLException("no value in column " + column));
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    long number(String column) throws SQLException {
        long number = result.getLong(column);
        if (result.wasNull()) {
            throw new SQLException("no value in column " + column);
        }
        return number;
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(number);
    }

    int smallNumber(String column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    boolean flag(String column) throws SQLException {
        return number(column) != 0;
    }

    <E extends Enum<E>> E name(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    Address address(String column) throws SQLException {
        return Address.fromHex(text(column));
    }

    Optional<Address> optionalAddress(String column) throws SQLException {
        return optionalText(column).map(Address::fromHex);
    }

    Hash32 hash(String column) throws SQLException {
        return Hash32.fromHex(text(column));
    }

    ChainId chain(String column) throws SQLException {
        return new ChainId(number(column));
    }

    Nonce nonce(String column) throws SQLException {
        return new Nonce(number(column));
    }

    BigInteger units(String column) throws SQLException {
        return new BigInteger(text(column));
    }

    Wei wei(String column) throws SQLException {
        return new Wei(units(column));
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(number(column));
    }

    Optional<Instant> optionalTime(String column) throws SQLException {
        return optionalNumber(column).map(Instant::ofEpochMilli);
    }

    Bytes bytes(String column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        if (bytes == null) {
            throw new SQLException("no value in column " + column);
        }
        return Bytes.of(bytes);
    }

    /// From three columns: `prefix` + `_number`, `_hash`, `_time`.
    BlockRef block(String prefix) throws SQLException {
        return new BlockRef(number(prefix + "_number"), hash(prefix + "_hash"), number(prefix + "_time"));
    }
}
