package org.lifeboat.primitives.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// A transaction's receipt as the receipts trie holds it (EIP-2718, EIP-658).
/// @param type of the transaction: 0 to 4, or [#DEPOSIT]
/// @param cumulativeGasUsed in the block, up to and with this transaction
/// @param logsBloom 256 bytes
/// @param deposit only with type [#DEPOSIT]
public record Receipt(
        int type, Outcome outcome, Gas cumulativeGasUsed, Bytes logsBloom, List<Log> logs, Optional<Deposit> deposit) {
    /// An OP Stack deposit transaction. Source: OP Stack specification, "Deposits", `0x7E`.
    public static final int DEPOSIT = 0x7e;

    /// The last of Ethereum's own types, EIP-7702.
    private static final int MAX_ETHEREUM_TYPE = 4;

    public Receipt {
        if (type < 0 || type > 0x7f || logsBloom.size() != BlockHeader.BLOOM_SIZE) {
            throw new IllegalArgumentException("not a receipt's type or bloom");
        }
        if (deposit.isPresent() && type != DEPOSIT) {
            throw new IllegalArgumentException("deposit fields in a receipt that is none of a deposit");
        }
        logs = List.copyOf(logs);
    }

    /// How the transaction ended.
    public sealed interface Outcome {
        /// Since Byzantium (EIP-658).
        record Status(boolean succeeded) implements Outcome {}

        /// Before Byzantium: the state root after the transaction.
        record PostState(Hash32 root) implements Outcome {}
    }

    /// What a deposit's receipt has besides. Source: OP Stack specification, "Deposit Receipt".
    /// @param nonce of the sender before the transaction; since Regolith
    /// @param version 1 since Canyon, when both became part of the receipts root
    public record Deposit(long nonce, Optional<Long> version) {}

    /// The bytes in the receipts trie.
    public Bytes encoded() {
        Bytes fields = new RlpWriter().list(this::writeFields).toBytes();
        return type == 0 ? fields : Bytes.of((byte) type).plus(fields);
    }

    private void writeFields(RlpWriter w) {
        switch (outcome) {
            case Outcome.Status(boolean succeeded) -> w.integer(succeeded ? 1 : 0);
            case Outcome.PostState(Hash32 root) -> w.hash(root);
        }
        w.integer(cumulativeGasUsed.amount()).bytes(logsBloom);
        w.list(
                logs,
                (outer, log) -> outer.list(l -> l.address(log.contract())
                        .list(log.topics(), RlpWriter::hash)
                        .bytes(log.data())));
        deposit.ifPresent(extra -> {
            w.integer(extra.nonce());
            extra.version().ifPresent(w::integer);
        });
    }

    /// Reads what stands in a receipts trie.
    /// @return unknown for a type this program does not know
    public static Answer<Receipt> decode(Bytes encoded) {
        int type = encoded.isEmpty() || (encoded.at(0) & 0xff) > 0x7f ? 0 : encoded.at(0);
        boolean typed = type != 0;
        if (typed && type > MAX_ETHEREUM_TYPE && type != DEPOSIT) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED, "a receipt of type " + type + ", which this program does not know");
        }
        try {
            RlpReader reader = RlpReader.of(encoded.sharedArray(), typed ? 1 : 0, encoded.size());
            RlpReader fields = reader.list();
            reader.end();
            Receipt receipt = new Receipt(
                    type,
                    outcome(fields),
                    new Gas(fields.longInteger()),
                    fields.bytes(BlockHeader.BLOOM_SIZE),
                    logs(fields.list()),
                    type == DEPOSIT ? deposit(fields) : Optional.empty());
            fields.end();
            return new Answer.Proven<>(receipt);
        } catch (RlpException e) {
            return new Answer.Refuted<>("not a receipt: " + e.reason());
        }
    }

    private static Outcome outcome(RlpReader fields) throws RlpException {
        Bytes value = fields.bytes();
        if (value.size() == Hash32.SIZE) {
            return new Outcome.PostState(Hash32.of(value.toArray()));
        }
        if (value.size() > 1 || (value.size() == 1 && value.at(0) != 1)) {
            throw new RlpException("a status that is neither 0 nor 1");
        }
        return new Outcome.Status(!value.isEmpty());
    }

    private static List<Log> logs(RlpReader list) throws RlpException {
        List<Log> logs = new ArrayList<>();
        while (list.hasMore()) {
            RlpReader fields = list.list();
            var contract = fields.address();
            RlpReader words = fields.list();
            List<Hash32> topics = new ArrayList<>();
            while (words.hasMore()) {
                topics.add(words.hash());
            }
            logs.add(new Log(contract, topics, fields.bytes()));
            fields.end();
        }
        return logs;
    }

    private static Optional<Deposit> deposit(RlpReader fields) throws RlpException {
        if (!fields.hasMore()) {
            return Optional.empty();
        }
        long nonce = fields.longInteger();
        return Optional.of(new Deposit(nonce, fields.hasMore() ? Optional.of(fields.longInteger()) : Optional.empty()));
    }
}
