package org.lifeboat.app.architecture.planted.engine;

/// A planted breach: SQL outside store.
final class OpensADatabase {
    private OpensADatabase() {}

    static boolean open(java.sql.Connection connection) throws java.sql.SQLException {
        return connection.isClosed();
    }
}
