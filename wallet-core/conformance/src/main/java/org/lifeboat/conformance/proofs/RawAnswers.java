package org.lifeboat.conformance.proofs;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Things in their own encoding: blocks, headers, receipts, transactions.
final class RawAnswers {
    private RawAnswers() {}

    static void header(String name, Bytes encoded, Report report) {
        Answer<BlockHeader> header = BlockHeader.fromRlp(encoded);
        report.equal(name + " header", new Answer.Proven<>(encoded), header.map(BlockHeader::encoded));
        report.equal(
                name + " header hash", new Answer.Proven<>(Keccak256.hash(encoded)), header.map(BlockHeader::hash));
    }

    /// One RLP block: its header, and the root over its transactions.
    static void block(String name, Bytes encoded, Report report) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        block(name, reader.list(), report);
        reader.end();
    }

    /// Many RLP blocks one behind the other: each as [#block], and each the parent of the next.
    static void chain(String name, Bytes encoded, Report report) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        Hash32 parent = Hash32.ZERO;
        for (int i = 0; reader.hasMore(); i++) {
            BlockHeader header = block(name + " block " + i, reader.list(), report);
            if (i > 0) {
                report.equal(name + " block " + i + " parent", parent, header.parentHash());
            }
            parent = header.hash();
        }
    }

    private static BlockHeader block(String name, RlpReader fields, Report report) throws RlpException {
        Bytes raw = fields.raw();
        header(name, raw, report);
        List<Bytes> transactions = new ArrayList<>();
        RlpReader list = fields.list();
        while (list.hasMore()) {
            Bytes one = list.atList() ? list.raw() : list.bytes();
            transactions.add(one);
            transaction(name + " transaction " + transactions.size(), one, report);
        }
        if (BlockHeader.fromRlp(raw) instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            report.equal(name + " transactions root", header.transactionsRoot(), OrderedTrie.root(transactions));
            return header;
        }
        throw new RlpException("no header");
    }

    static void transaction(String name, Bytes encoded, Report report) {
        report.equal(
                name,
                new Answer.Proven<>(encoded),
                SignedTransaction.decode(encoded).map(SignedTransaction::encoded));
    }

    static void receipt(String name, Bytes encoded, Report report) {
        report.equal(name, new Answer.Proven<>(encoded), Receipt.decode(encoded).map(Receipt::encoded));
    }
}
