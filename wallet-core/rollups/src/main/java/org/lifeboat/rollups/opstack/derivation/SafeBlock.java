package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;

/// A block of the derived chain, as far as the blocks after it must know it.
/// @param sequenceNumber blocks since the origin changed
/// @param content a digest of the sequencer's transactions in it
public record SafeBlock(
        BlockRef block, Hash32 parentHash, RollupConfig.Origin origin, long sequenceNumber, Hash32 content) {

    /// Reads what the block's first transaction says of L1.
    /// @param transactions all of them, already compared with the header
    static Answer<SafeBlock> of(RollupConfig config, BlockHeader header, List<Bytes> transactions) {
        Hash32 content = content(transactions.stream()
                .filter(each -> each.isEmpty() || each.at(0) != DepositTransaction.TYPE)
                .toList());
        if (header.number() == config.genesis().l2Number()) {
            return header.hash().equals(config.genesis().l2Hash())
                    ? new Answer.Proven<>(new SafeBlock(
                            header.ref(), header.parentHash(), config.genesis().l1(), 0, content))
                    : new Answer.Refuted<>("a block of genesis' number with another hash");
        }
        return attributes(transactions)
                .map(l1 -> new SafeBlock(
                        header.ref(),
                        header.parentHash(),
                        new RollupConfig.Origin(l1.l1Number(), l1.l1Hash()),
                        l1.sequenceNumber(),
                        content));
    }

    static Answer<L1Attributes> attributes(List<Bytes> transactions) {
        return transactions.isEmpty()
                ? new Answer.Refuted<>("a block without the transaction that describes L1")
                : DepositTransaction.decode(transactions.getFirst()).then(L1Attributes::of);
    }

    static Hash32 content(List<Bytes> sequenced) {
        return Keccak256.hash(new RlpWriter().list(sequenced, RlpWriter::bytes).toBytes());
    }
}
