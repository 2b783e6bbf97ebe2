package org.lifeboat.sandbox.chain;

import java.util.List;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// A block that is done, with the state after it.
/// @param hash of the header
public record SealedBlock(BlockHeader header, Hash32 hash, List<ExecutedTransaction> transactions, ChainState state) {
    public SealedBlock {
        transactions = List.copyOf(transactions);
    }

    public static SealedBlock of(BlockHeader header, List<ExecutedTransaction> transactions, ChainState state) {
        return new SealedBlock(header, header.hash(), transactions, state);
    }

    public long number() {
        return header.number();
    }

    public Wei baseFee() {
        return header.baseFeePerGas().orElse(Wei.ZERO);
    }
}
