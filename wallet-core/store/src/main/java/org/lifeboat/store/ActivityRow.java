package org.lifeboat.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// How a transaction stands in the table `activity`.
final class ActivityRow {
    private static final String UPSERT = """
            INSERT INTO activity (chain, hash, account, nonce, kind, signed, counterpart, asset_contract, asset_symbol,
                asset_decimals, units, limit_execution, limit_l1_data, limit_operator, paid_execution, paid_l1_data,
                paid_operator, status, status_sent_at, status_block_number, status_block_hash, status_block_time,
                status_replaced_by, note, signed_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (chain, hash) DO UPDATE SET
                account = excluded.account, nonce = excluded.nonce, kind = excluded.kind, signed = excluded.signed,
                counterpart = excluded.counterpart, asset_contract = excluded.asset_contract,
                asset_symbol = excluded.asset_symbol, asset_decimals = excluded.asset_decimals,
                units = excluded.units, limit_execution = excluded.limit_execution,
                limit_l1_data = excluded.limit_l1_data, limit_operator = excluded.limit_operator,
                paid_execution = excluded.paid_execution, paid_l1_data = excluded.paid_l1_data,
                paid_operator = excluded.paid_operator, status = excluded.status,
                status_sent_at = excluded.status_sent_at, status_block_number = excluded.status_block_number,
                status_block_hash = excluded.status_block_hash, status_block_time = excluded.status_block_time,
                status_replaced_by = excluded.status_replaced_by, note = excluded.note,
                signed_at = excluded.signed_at, changed_at = excluded.changed_at
            """;

    private ActivityRow() {}

    /// A status taken apart into its columns.
    private record StatusColumns(
            String name, Optional<Instant> sentAt, Optional<BlockRef> block, Optional<Hash32> replacedBy) {
        static StatusColumns of(Status status) {
            return switch (status) {
                case Status.Saved _ -> plain("SAVED");
                case Status.Sent(Instant at) ->
                    new StatusColumns("SENT", Optional.of(at), Optional.empty(), Optional.empty());
                case Status.Accepted(BlockRef block) -> inBlock("ACCEPTED", block);
                case Status.Mined(BlockRef block) -> inBlock("MINED", block);
                case Status.Reverted(BlockRef block) -> inBlock("REVERTED", block);
                case Status.Replaced(Optional<Hash32> by) ->
                    new StatusColumns("REPLACED", Optional.empty(), Optional.empty(), by);
                case Status.Dropped _ -> plain("DROPPED");
            };
        }

        private static StatusColumns plain(String name) {
            return new StatusColumns(name, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static StatusColumns inBlock(String name, BlockRef block) {
            return new StatusColumns(name, Optional.empty(), Optional.of(block), Optional.empty());
        }
    }

    static int put(Session session, OwnTransaction transaction) throws SQLException {
        StatusColumns status = StatusColumns.of(transaction.status());
        Optional<Address> contract = transaction.asset() instanceof OwnTransaction.Asset.Erc20 token
                ? Optional.of(token.contract())
                : Optional.empty();
        return session.change(
                UPSERT,
                transaction.chain(),
                transaction.hash(),
                transaction.account(),
                transaction.nonce(),
                transaction.kind(),
                transaction.signed(),
                transaction.counterpart(),
                contract,
                transaction.asset().symbol(),
                transaction.asset().decimals(),
                transaction.units(),
                transaction.feeLimit().execution(),
                transaction.feeLimit().l1Data(),
                transaction.feeLimit().operator(),
                transaction.feePaid().map(FeeParts::execution),
                transaction.feePaid().map(FeeParts::l1Data),
                transaction.feePaid().map(FeeParts::operator),
                status.name(),
                status.sentAt(),
                status.block().map(BlockRef::number),
                status.block().map(BlockRef::hash),
                status.block().map(BlockRef::unixSeconds),
                status.replacedBy(),
                transaction.note(),
                transaction.signedAt(),
                transaction.changedAt());
    }

    static OwnTransaction read(Row row) throws SQLException {
        return new OwnTransaction(
                row.chain("chain"),
                row.hash("hash"),
                row.address("account"),
                row.nonce("nonce"),
                row.name("kind", OwnTransaction.Kind.class),
                row.bytes("signed"),
                row.optionalAddress("counterpart"),
                asset(row),
                row.units("units"),
                new FeeParts(row.wei("limit_execution"), row.wei("limit_l1_data"), row.wei("limit_operator")),
                feePaid(row),
                status(row),
                row.text("note"),
                row.time("signed_at"),
                row.time("changed_at"));
    }

    private static OwnTransaction.Asset asset(Row row) throws SQLException {
        Optional<Address> contract = row.optionalAddress("asset_contract");
        String symbol = row.text("asset_symbol");
        return contract.isPresent()
                ? new OwnTransaction.Asset.Erc20(contract.get(), symbol, row.smallNumber("asset_decimals"))
                : new OwnTransaction.Asset.Coin(symbol);
    }

    private static Optional<FeeParts> feePaid(Row row) throws SQLException {
        if (row.optionalText("paid_execution").isEmpty()) {
            return Optional.empty();
        }
        Wei execution = row.wei("paid_execution");
        return Optional.of(new FeeParts(execution, row.wei("paid_l1_data"), row.wei("paid_operator")));
    }

    private static Status status(Row row) throws SQLException {
        String name = row.text("status");
        return switch (name) {
            case "SAVED" -> new Status.Saved();
            case "SENT" -> new Status.Sent(row.time("status_sent_at"));
            case "ACCEPTED" -> new Status.Accepted(row.block("status_block"));
            case "MINED" -> new Status.Mined(row.block("status_block"));
            case "REVERTED" -> new Status.Reverted(row.block("status_block"));
            case "REPLACED" ->
                new Status.Replaced(row.optionalText("status_replaced_by").map(Hash32::fromHex));
            case "DROPPED" -> new Status.Dropped();
            default -> throw new SQLException("unknown status: " + name);
        };
    }
}
