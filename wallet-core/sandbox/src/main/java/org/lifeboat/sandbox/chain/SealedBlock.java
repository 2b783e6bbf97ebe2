package org.lifeboat.sandbox.chain;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// A block that is done, with the state after it.
/// @param hash of the header
/// @param ommers headers of uncles; none since the Merge
/// @param withdrawals EIP-4895; empty before Shanghai
public record SealedBlock(
        BlockHeader header,
        Hash32 hash,
        List<ExecutedTransaction> transactions,
        List<BlockHeader> ommers,
        Optional<List<Withdrawal>> withdrawals,
        ChainState state) {
    public SealedBlock {
        transactions = List.copyOf(transactions);
        ommers = List.copyOf(ommers);
        withdrawals = withdrawals.map(List::copyOf);
    }

    /// One without withdrawals: here the beacon chain sends none.
    public static SealedBlock of(BlockHeader header, List<ExecutedTransaction> transactions, ChainState state) {
        Optional<List<Withdrawal>> none = header.withdrawalsRoot().map(_ -> List.of());
        return new SealedBlock(header, header.hash(), transactions, List.of(), none, state);
    }

    public long number() {
        return header.number();
    }

    public Wei baseFee() {
        return header.baseFeePerGas().orElse(Wei.ZERO);
    }
}
