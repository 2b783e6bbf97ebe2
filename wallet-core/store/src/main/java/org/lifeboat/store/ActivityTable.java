package org.lifeboat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// Table `activity`.
final class ActivityTable implements ActivityStore {
    private static final int PAGE_LIMIT = 1_000;
    /// As written in the partial index `activity_unsettled`, which only serves the very same words.
    private static final String UNSETTLED = "status IN ('SAVED', 'SENT', 'DROPPED')";

    private final Database database;

    ActivityTable(Database database) {
        this.database = database;
    }

    private record Numbered(long row, OwnTransaction transaction) {}

    @Override
    public void put(OwnTransaction transaction) {
        database.write(session -> ActivityRow.put(session, transaction));
    }

    @Override
    public Optional<OwnTransaction> find(ChainId chain, Hash32 hash) {
        return database.read(session ->
                session.first("SELECT * FROM activity WHERE chain = ? AND hash = ?", ActivityRow::read, chain, hash));
    }

    @Override
    public ActivityPage page(ActivityFilter filter, Optional<ActivityPage.Cursor> after, int limit) {
        if (limit < 1 || limit > PAGE_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + PAGE_LIMIT + " transactions");
        }
        Where where = new Where(filter);
        after.ifPresent(cursor -> where.and("(signed_at, row) < (?, ?)", cursor.signedAtMillis(), cursor.row()));
        String sql =
                "SELECT * FROM activity" + where.text() + " ORDER BY signed_at DESC, row DESC LIMIT " + (limit + 1);
        List<Numbered> found = database.read(session ->
                session.list(sql, row -> new Numbered(row.number("row"), ActivityRow.read(row)), where.values()));
        if (found.size() <= limit) {
            return new ActivityPage(found.stream().map(Numbered::transaction).toList(), Optional.empty());
        }
        List<Numbered> page = found.subList(0, limit);
        Numbered last = page.getLast();
        return new ActivityPage(
                page.stream().map(Numbered::transaction).toList(),
                Optional.of(
                        new ActivityPage.Cursor(last.transaction().signedAt().toEpochMilli(), last.row())));
    }

    @Override
    public List<OwnTransaction> unsettled(ChainId chain, Address account) {
        return database.read(session -> session.list(
                "SELECT * FROM activity WHERE chain = ? AND account = ? AND " + UNSETTLED + " ORDER BY nonce, row",
                ActivityRow::read,
                chain,
                account));
    }

    @Override
    public List<OwnTransaction> unsettled() {
        return database.read(session -> session.list(
                "SELECT * FROM activity WHERE " + UNSETTLED + " ORDER BY chain, account, nonce, row",
                ActivityRow::read));
    }

    /// Chosen within the database: what is older than `since` need not be made into values.
    @Override
    public List<OwnTransaction> settledSince(Instant since, int newest) {
        return database.read(session -> session.list(
                "SELECT * FROM (SELECT * FROM activity ORDER BY signed_at DESC, row DESC LIMIT ?) "
                        + "WHERE status_block_time >= ? OR (status = 'REPLACED' AND changed_at >= ?) "
                        + "ORDER BY signed_at DESC, row DESC",
                ActivityRow::read,
                newest,
                since.getEpochSecond(),
                since));
    }

    @Override
    public List<OwnTransaction> withNonce(ChainId chain, Address account, Nonce nonce) {
        return database.read(session -> session.list(
                "SELECT * FROM activity WHERE chain = ? AND account = ? AND nonce = ? ORDER BY signed_at, row",
                ActivityRow::read,
                chain,
                account,
                nonce));
    }

    @Override
    public List<OwnTransaction> inBlocksFrom(ChainId chain, long blockNumber) {
        return database.read(session -> session.list(
                "SELECT * FROM activity WHERE chain = ? AND status_block_number >= ? ORDER BY status_block_number, row",
                ActivityRow::read,
                chain,
                blockNumber));
    }

    @Override
    public boolean everSentTo(Address counterpart) {
        return database.read(session -> session.first(
                        "SELECT 1 AS found FROM activity WHERE counterpart = ? AND status <> 'SAVED' LIMIT 1",
                        row -> row.number("found"),
                        counterpart)
                .isPresent());
    }

    @Override
    public long count(ActivityFilter filter) {
        Where where = new Where(filter);
        return database.read(session -> session.first(
                        "SELECT count(*) AS n FROM activity" + where.text(), row -> row.number("n"), where.values())
                .orElse(0L));
    }

    /// The condition that a filter makes, with its values.
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(ActivityFilter filter) {
            filter.chain().ifPresent(chain -> and("chain = ?", chain));
            filter.account().ifPresent(account -> and("account = ?", account));
            filter.kind().ifPresent(kind -> and("kind = ?", kind));
            filter.counterpart().ifPresent(counterpart -> and("counterpart = ?", counterpart));
            filter.from().ifPresent(from -> and("signed_at >= ?", from));
            filter.until().ifPresent(until -> and("signed_at < ?", until));
        }

        void and(String condition, Object... more) {
            conditions.add(condition);
            values.addAll(List.of(more));
        }

        String text() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
