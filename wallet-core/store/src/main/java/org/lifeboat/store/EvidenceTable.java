package org.lifeboat.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Table `evidence`.
final class EvidenceTable implements EvidenceStore {
    private final Database database;

    EvidenceTable(Database database) {
        this.database = database;
    }

    @Override
    public Id add(StoredEvidence piece) {
        Hash32 digest = Hash32.of(Keccak256.digest(piece.content().toArray()));
        return database.write(session -> {
            session.change(
                    """
                    INSERT OR IGNORE INTO evidence
                        (kind, chain, account, block_number, block_hash, block_time, digest, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    piece.kind(),
                    piece.chain(),
                    piece.account(),
                    piece.block().number(),
                    piece.block().hash(),
                    piece.block().unixSeconds(),
                    digest,
                    piece.content());
            return session.first(
                            """
                            SELECT id FROM evidence
                            WHERE kind = ? AND chain = ? AND account = ? AND block_hash = ? AND digest = ?
                            """,
                            EvidenceTable::id,
                            piece.kind(),
                            piece.chain(),
                            piece.account(),
                            piece.block().hash(),
                            digest)
                    .orElseThrow(() -> new SQLException("evidence was not kept"));
        });
    }

    @Override
    public Optional<StoredEvidence> find(Id id) {
        return database.read(session -> session.first(
                "SELECT * FROM evidence WHERE id = ?",
                row -> new StoredEvidence(
                        row.text("kind"),
                        row.chain("chain"),
                        row.address("account"),
                        row.block("block"),
                        row.bytes("content")),
                id.value()));
    }

    @Override
    public List<Id> of(ChainId chain, Address account, Optional<String> kind) {
        String narrowed = kind.isPresent() ? " AND kind = ?" : "";
        Object[] values = kind.isPresent() ? new Object[] {chain, account, kind.get()} : new Object[] {chain, account};
        return database.read(session -> session.list(
                "SELECT id FROM evidence WHERE chain = ? AND account = ?" + narrowed + " ORDER BY block_number, id",
                EvidenceTable::id,
                values));
    }

    @Override
    public List<Id> all() {
        return database.read(session -> session.list("SELECT id FROM evidence ORDER BY id", EvidenceTable::id));
    }

    @Override
    public boolean remove(Id id) {
        return database.write(session -> session.change("DELETE FROM evidence WHERE id = ?", id.value())) > 0;
    }

    private static Id id(Row row) throws SQLException {
        return new Id(row.number("id"));
    }
}
