package org.lifeboat.verifier.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;

/// A block as it is sent around.
/// @param transactions each as the transactions trie holds it (EIP-2718): a type byte and its payload, or RLP
/// @param ommers headers of uncles; none since the Merge
/// @param withdrawals EIP-4895, Shanghai
public record Block(
        BlockHeader header,
        List<Bytes> transactions,
        List<BlockHeader> ommers,
        Optional<List<Withdrawal>> withdrawals) {
    public Block {
        transactions = List.copyOf(transactions);
        ommers = List.copyOf(ommers);
        withdrawals = withdrawals.map(List::copyOf);
    }

    /// Reads a block's RLP (Yellow Paper, section 4.4.3).
    /// @return refuted: it is no block; unknown: its header has fields this program does not know
    public static Answer<Block> fromRlp(Bytes encoded) {
        return BlockRlp.read(encoded);
    }

    public Bytes encoded() {
        return BlockRlp.write(this);
    }
}
