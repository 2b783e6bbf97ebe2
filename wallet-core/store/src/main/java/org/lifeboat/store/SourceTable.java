package org.lifeboat.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.primitives.ChainId;

/// Tables `endpoints`, `capabilities` and `source_health`.
final class SourceTable implements SourceStore {
    private final Database database;

    SourceTable(Database database) {
        this.database = database;
    }

    @Override
    public List<Endpoint> of(ChainId chain) {
        return database.read(session -> session.list(
                "SELECT * FROM endpoints WHERE chain = ? ORDER BY position, url", SourceTable::endpoint, chain));
    }

    @Override
    public List<Endpoint> all() {
        return database.read(session ->
                session.list("SELECT * FROM endpoints ORDER BY chain, position, url", SourceTable::endpoint));
    }

    @Override
    public Optional<Endpoint> find(SourceId id) {
        return database.read(session -> session.first(
                "SELECT * FROM endpoints WHERE chain = ? AND url = ?", SourceTable::endpoint, id.chain(), id.url()));
    }

    @Override
    public void put(Endpoint endpoint) {
        boolean insecureToo = endpoint.consent() instanceof Endpoint.Consent.Given(var _, boolean given) && given;
        // Not "INSERT OR REPLACE", which would delete the row first and the capabilities with it.
        database.write(session -> session.change(
                """
                INSERT INTO endpoints (chain, url, consent_at, insecure_too, position) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (chain, url) DO UPDATE SET
                    consent_at = excluded.consent_at,
                    insecure_too = excluded.insecure_too,
                    position = excluded.position
                """,
                endpoint.id().chain(),
                endpoint.id().url(),
                endpoint.confirmedAt(),
                insecureToo,
                endpoint.position()));
    }

    @Override
    public boolean remove(SourceId id) {
        return database.write(session -> {
            session.change(
                    "DELETE FROM source_health WHERE chain = ? AND url = ? AND caught_at IS NULL",
                    id.chain(),
                    id.url());
            return session.change("DELETE FROM endpoints WHERE chain = ? AND url = ?", id.chain(), id.url()) > 0;
        });
    }

    @Override
    public Health healthOf(SourceId id) {
        return healthOf(database, id);
    }

    /// Beacon nodes have theirs in the same table.
    static Health healthOf(Database database, SourceId id) {
        return database.read(session -> session.first(
                        "SELECT * FROM source_health WHERE chain = ? AND url = ?",
                        SourceHealthRow::read,
                        id.chain(),
                        id.url())
                .orElse(Health.UNKNOWN));
    }

    @Override
    public void keepHealth(SourceId id, Health health) {
        database.write(session -> find(id).isPresent() ? SourceHealthRow.put(session, id, health) : 0);
    }

    @Override
    public Optional<Measured> capabilities(SourceId id) {
        return database.read(session -> session.first(
                "SELECT * FROM capabilities WHERE chain = ? AND url = ?",
                row -> new Measured(row.text("json"), row.time("measured_at")),
                id.chain(),
                id.url()));
    }

    @Override
    public void putCapabilities(SourceId id, Measured measured) {
        database.write(session -> {
            if (find(id).isEmpty()) {
                throw new IllegalArgumentException("capabilities of an endpoint that is not kept: " + id);
            }
            return session.change(
                    "INSERT OR REPLACE INTO capabilities (chain, url, json, measured_at) VALUES (?, ?, ?, ?)",
                    id.chain(),
                    id.url(),
                    measured.json(),
                    measured.at());
        });
    }

    static Endpoint endpoint(Row row) throws SQLException {
        Optional<Instant> consentAt = row.optionalTime("consent_at");
        Endpoint.Consent consent = consentAt.isPresent()
                ? new Endpoint.Consent.Given(consentAt.get(), row.flag("insecure_too"))
                : new Endpoint.Consent.None();
        return new Endpoint(new SourceId(row.chain("chain"), row.text("url")), consent, row.smallNumber("position"));
    }
}
