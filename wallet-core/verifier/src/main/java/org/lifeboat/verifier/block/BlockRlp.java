package org.lifeboat.verifier.block;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The RLP of blocks and of withdrawals (EIP-4895).
final class BlockRlp {
    /// Numbers of a withdrawal are unsigned, of 64 bits.
    private static final int NUMBER_BYTES = 8;

    private BlockRlp() {}

    static Bytes write(Block block) {
        return new RlpWriter()
                .list(w -> {
                    w.raw(block.header().encoded());
                    w.list(block.transactions(), BlockRlp::writeTransaction);
                    w.list(block.ommers(), (ommers, header) -> ommers.raw(header.encoded()));
                    block.withdrawals().ifPresent(all -> w.list(all, BlockRlp::writeWithdrawal));
                })
                .toBytes();
    }

    private static void writeTransaction(RlpWriter writer, Bytes transaction) {
        boolean typed = !transaction.isEmpty() && (transaction.at(0) & 0xff) < 0x80;
        if (typed) {
            writer.bytes(transaction);
        } else {
            writer.raw(transaction);
        }
    }

    /// The RLP of the list of headers, whose hash a header names.
    static Bytes ommers(List<BlockHeader> ommers) {
        return new RlpWriter()
                .list(ommers, (list, header) -> list.raw(header.encoded()))
                .toBytes();
    }

    /// What the withdrawals trie holds.
    static Bytes withdrawal(Withdrawal withdrawal) {
        RlpWriter writer = new RlpWriter();
        writeWithdrawal(writer, withdrawal);
        return writer.toBytes();
    }

    private static void writeWithdrawal(RlpWriter writer, Withdrawal withdrawal) {
        writer.list(fields -> fields.integer(unsigned(withdrawal.index()))
                .integer(unsigned(withdrawal.validator()))
                .address(withdrawal.recipient())
                .integer(unsigned(withdrawal.amountGwei())));
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }

    static Answer<Block> read(Bytes encoded) {
        try {
            RlpReader reader = RlpReader.of(encoded);
            RlpReader parts = reader.list();
            reader.end();
            Answer<BlockHeader> header = BlockHeader.fromRlp(parts.raw());
            List<Bytes> transactions = transactions(parts.list());
            Answer<List<BlockHeader>> ommers = headers(parts.list());
            Optional<List<Withdrawal>> withdrawals =
                    parts.hasMore() ? Optional.of(withdrawals(parts.list())) : Optional.empty();
            parts.end();
            return header.then(found -> ommers.map(uncles -> new Block(found, transactions, uncles, withdrawals)));
        } catch (RlpException e) {
            return new Answer.Refuted<>("not a block: " + e.reason());
        }
    }

    private static List<Bytes> transactions(RlpReader list) throws RlpException {
        List<Bytes> transactions = new ArrayList<>();
        while (list.hasMore()) {
            transactions.add(list.atList() ? list.raw() : list.bytes());
        }
        return transactions;
    }

    private static Answer<List<BlockHeader>> headers(RlpReader list) throws RlpException {
        Answer<List<BlockHeader>> headers = new Answer.Proven<>(List.of());
        while (list.hasMore()) {
            Answer<BlockHeader> next = BlockHeader.fromRlp(list.raw());
            headers = headers.then(before -> next.map(header -> with(before, header)));
        }
        return headers;
    }

    private static List<BlockHeader> with(List<BlockHeader> before, BlockHeader header) {
        List<BlockHeader> all = new ArrayList<>(before);
        all.add(header);
        return all;
    }

    private static List<Withdrawal> withdrawals(RlpReader list) throws RlpException {
        List<Withdrawal> withdrawals = new ArrayList<>();
        while (list.hasMore()) {
            RlpReader fields = list.list();
            withdrawals.add(new Withdrawal(number(fields), number(fields), fields.address(), number(fields)));
            fields.end();
        }
        return withdrawals;
    }

    private static long number(RlpReader fields) throws RlpException {
        return fields.integer(NUMBER_BYTES).longValue();
    }
}
