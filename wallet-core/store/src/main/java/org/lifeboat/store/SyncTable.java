package org.lifeboat.store;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.primitives.ChainId;

/// Tables `beacon_endpoints`, `beacon_networks`, `checkpoints` and `light_client_messages`.
final class SyncTable implements SyncStore {
    private final Database database;

    SyncTable(Database database) {
        this.database = database;
    }

    @Override
    public Set<ChainId> chains() {
        return new LinkedHashSet<>(database.read(session -> session.list("""
                SELECT chain FROM beacon_endpoints
                UNION SELECT chain FROM beacon_networks
                UNION SELECT chain FROM checkpoints
                ORDER BY chain
                """, row -> row.chain("chain"))));
    }

    @Override
    public List<Endpoint> endpoints(ChainId chain) {
        return database.read(session -> session.list(
                "SELECT * FROM beacon_endpoints WHERE chain = ? ORDER BY position, url", SourceTable::endpoint, chain));
    }

    @Override
    public void putEndpoint(Endpoint endpoint) {
        boolean insecureToo = endpoint.consent() instanceof Endpoint.Consent.Given(var _, boolean given) && given;
        database.write(session -> session.change(
                """
                INSERT OR REPLACE INTO beacon_endpoints (chain, url, consent_at, insecure_too, position)
                    VALUES (?, ?, ?, ?, ?)
                """,
                endpoint.id().chain(),
                endpoint.id().url(),
                endpoint.confirmedAt(),
                insecureToo,
                endpoint.position()));
    }

    @Override
    public boolean removeEndpoint(SourceId id) {
        return database.write(session -> session.change(
                        "DELETE FROM beacon_endpoints WHERE chain = ? AND url = ?", id.chain(), id.url()))
                > 0;
    }

    @Override
    public Health healthOf(SourceId id) {
        return SourceTable.healthOf(database, id);
    }

    @Override
    public void keepHealth(SourceId id, Health health) {
        boolean listed = endpoints(id.chain()).stream()
                .anyMatch(endpoint -> endpoint.id().equals(id));
        database.write(session -> listed ? SourceHealthRow.put(session, id, health) : 0);
    }

    @Override
    public Optional<String> config(ChainId chain) {
        return database.read(session ->
                session.first("SELECT json FROM beacon_networks WHERE chain = ?", row -> row.text("json"), chain));
    }

    @Override
    public void putConfig(ChainId chain, String json) {
        database.write(session ->
                session.change("INSERT OR REPLACE INTO beacon_networks (chain, json) VALUES (?, ?)", chain, json));
    }

    @Override
    public Optional<StoredCheckpoint> checkpoint(ChainId chain) {
        return database.read(
                session -> session.first("SELECT * FROM checkpoints WHERE chain = ?", SyncTable::checkpoint, chain));
    }

    @Override
    public void begin(ChainId chain, StoredCheckpoint checkpoint) {
        database.write(session -> {
            session.change("DELETE FROM light_client_messages WHERE chain = ?", chain);
            return session.change(
                    """
                    INSERT OR REPLACE INTO checkpoints (chain, root, origin, vouchers, chosen_at, old_allowed)
                        VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    chain,
                    checkpoint.root(),
                    checkpoint.origin(),
                    checkpoint.vouchers(),
                    checkpoint.chosenAt(),
                    checkpoint.oldAllowed());
        });
    }

    @Override
    public void removeAll(ChainId chain) {
        database.write(session -> {
            session.change("DELETE FROM light_client_messages WHERE chain = ?", chain);
            session.change("DELETE FROM checkpoints WHERE chain = ?", chain);
            session.change("DELETE FROM beacon_networks WHERE chain = ?", chain);
            return session.change("DELETE FROM beacon_endpoints WHERE chain = ?", chain);
        });
    }

    @Override
    public List<StoredMessage> messages(ChainId chain) {
        List<StoredMessage> messages = database.read(session ->
                session.list("SELECT * FROM light_client_messages WHERE chain = ?", SyncTable::message, chain));
        return messages.stream()
                .sorted(Comparator.comparing(StoredMessage::kind).thenComparingLong(StoredMessage::period))
                .toList();
    }

    @Override
    public void keep(ChainId chain, StoredMessage message) {
        database.write(
                session -> session.change("""
                INSERT OR REPLACE INTO light_client_messages (chain, kind, period, fork, content)
                    VALUES (?, ?, ?, ?, ?)
                """, chain, message.kind(), message.period(), message.fork(), message.ssz()));
    }

    private static StoredCheckpoint checkpoint(Row row) throws SQLException {
        return new StoredCheckpoint(
                row.hash("root"),
                row.name("origin", StoredCheckpoint.Origin.class),
                row.text("vouchers"),
                row.time("chosen_at"),
                row.flag("old_allowed"));
    }

    private static StoredMessage message(Row row) throws SQLException {
        return new StoredMessage(
                row.name("kind", StoredMessage.Kind.class),
                row.number("period"),
                row.text("fork"),
                row.bytes("content"));
    }
}
