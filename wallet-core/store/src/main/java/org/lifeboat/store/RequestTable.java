package org.lifeboat.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.storage.RequestStore;

/// Table `requests`.
final class RequestTable implements RequestStore {
    private final Database database;

    RequestTable(Database database) {
        this.database = database;
    }

    @Override
    public void addAll(List<RequestLog.Entry> entries) {
        database.write(session -> {
            for (RequestLog.Entry entry : entries) {
                add(session, entry);
            }
            return session.change("DELETE FROM requests WHERE row <= (SELECT max(row) FROM requests) - " + KEPT);
        });
    }

    private static void add(Session session, RequestLog.Entry entry) throws SQLException {
        session.change(
                "INSERT INTO requests (sent_at, chain, host, purpose, methods, bytes_sent, bytes_received,"
                        + " took_millis, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.time(),
                entry.chain(),
                entry.host(),
                entry.purpose(),
                entry.methods().entrySet().stream()
                        .map(method -> method.getKey() + "=" + method.getValue())
                        .collect(Collectors.joining(",")),
                entry.bytesSent(),
                entry.bytesReceived(),
                entry.took().toMillis(),
                entry.outcome());
    }

    @Override
    public List<RequestLog.Entry> newest(int limit) {
        return database.read(session -> session.list(
                        "SELECT * FROM requests ORDER BY row DESC LIMIT " + Math.max(0, limit), RequestTable::entry))
                .reversed();
    }

    private static RequestLog.Entry entry(Row row) throws SQLException {
        return new RequestLog.Entry(
                row.time("sent_at"),
                row.chain("chain"),
                row.text("host"),
                row.name("purpose", Purpose.class),
                methods(row.text("methods")),
                row.number("bytes_sent"),
                row.number("bytes_received"),
                Duration.ofMillis(row.number("took_millis")),
                row.text("outcome"));
    }

    private static SortedMap<String, Integer> methods(String text) throws SQLException {
        SortedMap<String, Integer> methods = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = part.lastIndexOf('=');
            if (!part.substring(equals + 1).matches("\\d{1,9}")) {
                throw new SQLException("no method with its count: " + part);
            }
            methods.put(part.substring(0, Math.max(0, equals)), Integer.parseInt(part.substring(equals + 1)));
        }
        return methods;
    }
}
