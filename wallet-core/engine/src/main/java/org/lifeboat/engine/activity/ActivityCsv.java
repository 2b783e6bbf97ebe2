package org.lifeboat.engine.activity;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.csv.CsvWriter;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;

/// Own transactions as a file for spreadsheets and tax forms. Times are UTC, amounts exact and with a point,
/// fees in the native coin; what is not known is empty, never zero.
public final class ActivityCsv {
    static final List<String> HEADER = List.of(
            "signed_at_utc",
            "chain_id",
            "account",
            "kind",
            "counterpart",
            "amount",
            "symbol",
            "token_contract",
            "status",
            "block",
            "block_time_utc",
            "fee_paid",
            "fee_execution",
            "fee_l1_data",
            "fee_operator",
            "fee_limit",
            "nonce",
            "hash",
            "note");

    private ActivityCsv() {}

    public static String write(List<OwnTransaction> transactions) {
        CsvWriter csv = new CsvWriter().row(HEADER);
        transactions.forEach(transaction -> csv.row(cells(transaction)));
        return csv.toString();
    }

    private static List<String> cells(OwnTransaction transaction) {
        OwnTransaction.Asset asset = transaction.asset();
        Optional<BlockRef> block = block(transaction.status());
        Optional<FeeParts> paid = transaction.feePaid();
        return List.of(
                utc(transaction.signedAt()),
                transaction.chain().toString(),
                transaction.account().toChecksum(),
                transaction.kind().name(),
                transaction.counterpart().map(Address::toChecksum).orElse(""),
                amount(transaction.units(), asset.decimals()),
                asset.symbol(),
                asset instanceof OwnTransaction.Asset.Erc20 token
                        ? token.contract().toChecksum()
                        : "",
                statusName(transaction.status()),
                block.map(at -> Long.toString(at.number())).orElse(""),
                block.map(at -> utc(Instant.ofEpochSecond(at.unixSeconds()))).orElse(""),
                paid.map(fee -> coin(fee.total())).orElse(""),
                paid.map(fee -> coin(fee.execution())).orElse(""),
                paid.map(fee -> coin(fee.l1Data())).orElse(""),
                paid.map(fee -> coin(fee.operator())).orElse(""),
                coin(transaction.feeLimit().total()),
                Long.toString(transaction.nonce().value()),
                transaction.hash().toHex(),
                transaction.note());
    }

    private static Optional<BlockRef> block(Status status) {
        return switch (status) {
            case Status.Accepted(BlockRef block) -> Optional.of(block);
            case Status.Mined(BlockRef block) -> Optional.of(block);
            case Status.Reverted(BlockRef block) -> Optional.of(block);
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> Optional.empty();
        };
    }

    private static String statusName(Status status) {
        return switch (status) {
            case Status.Saved _ -> "signed";
            case Status.Sent _ -> "sent";
            case Status.Accepted _ -> "accepted by sequencer";
            case Status.Mined _ -> "mined on L1";
            case Status.Reverted _ -> "reverted";
            case Status.Replaced _ -> "replaced";
            case Status.Dropped _ -> "dropped";
        };
    }

    private static String utc(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String coin(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }

    private static String amount(BigInteger units, int decimals) {
        return new TokenAmount(units, decimals).toExactString();
    }
}
