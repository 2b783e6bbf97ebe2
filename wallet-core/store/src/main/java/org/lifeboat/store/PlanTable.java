package org.lifeboat.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.StoredPlan;

/// Table `plans`.
final class PlanTable implements PlanStore {
    private final Database database;

    PlanTable(Database database) {
        this.database = database;
    }

    @Override
    public Id add(StoredPlan plan) {
        return database.write(session -> {
            session.change(
                    "INSERT INTO plans (kind, chain, account, content, begun_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
                    plan.kind(),
                    plan.chain(),
                    plan.account(),
                    plan.content(),
                    plan.begunAt(),
                    plan.changedAt());
            return session.first("SELECT last_insert_rowid() AS id", PlanTable::id)
                    .orElseThrow(() -> new SQLException("a plan was not kept"));
        });
    }

    @Override
    public boolean put(Id id, StoredPlan plan) {
        return database.write(session -> session.change(
                        """
                        UPDATE plans SET kind = ?, chain = ?, account = ?, content = ?, begun_at = ?, changed_at = ?
                        WHERE id = ?
                        """,
                        plan.kind(),
                        plan.chain(),
                        plan.account(),
                        plan.content(),
                        plan.begunAt(),
                        plan.changedAt(),
                        id.value()))
                > 0;
    }

    @Override
    public Optional<StoredPlan> find(Id id) {
        return database.read(session -> session.first(
                "SELECT * FROM plans WHERE id = ?",
                row -> new StoredPlan(
                        row.text("kind"),
                        row.chain("chain"),
                        row.address("account"),
                        row.bytes("content"),
                        row.time("begun_at"),
                        row.time("changed_at")),
                id.value()));
    }

    @Override
    public List<Id> all() {
        return database.read(session -> session.list("SELECT id FROM plans ORDER BY id", PlanTable::id));
    }

    @Override
    public boolean remove(Id id) {
        return database.write(session -> session.change("DELETE FROM plans WHERE id = ?", id.value())) > 0;
    }

    @Override
    public long lastGiven() {
        return database.read(session -> session.first(
                        "SELECT seq FROM sqlite_sequence WHERE name = 'plans'", row -> row.number("seq"))
                .orElse(0L));
    }

    @Override
    public void restore(Map<Id, StoredPlan> plans, long lastGiven) {
        database.write(session -> {
            for (Map.Entry<Id, StoredPlan> entry : plans.entrySet()) {
                StoredPlan plan = entry.getValue();
                session.change(
                        """
                        INSERT INTO plans (id, kind, chain, account, content, begun_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        entry.getKey().value(),
                        plan.kind(),
                        plan.chain(),
                        plan.account(),
                        plan.content(),
                        plan.begunAt(),
                        plan.changedAt());
            }
            session.change("INSERT INTO sqlite_sequence (name, seq) SELECT 'plans', 0"
                    + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'plans')");
            return session.change("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'plans'", lastGiven);
        });
    }

    private static Id id(Row row) throws SQLException {
        return new Id(row.number("id"));
    }
}
