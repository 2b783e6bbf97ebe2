package org.lifeboat.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// The versions of the file's form. Version n is reached from n-1 by the script `schema/00n.sql`; a script that
/// was ever released is never changed.
final class Schema {
    /// The newest version that this program knows.
    static final int NEWEST = 7;

    /// Marks a file as ours (`PRAGMA application_id`): the ASCII letters `LBOT`.
    static final int APPLICATION_ID = 0x4c424f54;

    private Schema() {}

    /// Brings a file of `version` to the newest one, each step in a transaction of its own, so that a crash
    /// leaves a file of some whole version.
    static void migrate(Connection connection) throws SQLException {
        Session session = new Session(connection);
        int version = pragma(session, "user_version");
        connection.commit();
        for (int next = version + 1; next <= NEWEST; next++) {
            for (String statement : statements(next)) {
                session.run(statement);
            }
            session.run("PRAGMA application_id = " + APPLICATION_ID);
            session.run("PRAGMA user_version = " + next);
            connection.commit();
        }
    }

    static int pragma(Session session, String name) throws SQLException {
        return session.first("PRAGMA " + name, row -> row.smallNumber(name))
                .orElseThrow(() -> new SQLException("no answer to PRAGMA " + name));
    }

    /// A statement ends with a semicolon at the end of a line.
    private static List<String> statements(int version) {
        String script = script(version);
        return Stream.of(script.split(";\\s*(\\n|$)"))
                .filter(part -> !part.replaceAll("--[^\\n]*", "").isBlank())
                .toList();
    }

    private static String script(int version) {
        String name = "schema/%03d.sql".formatted(version);
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("not packed with this program: " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("not readable: " + name, e);
        }
    }
}
