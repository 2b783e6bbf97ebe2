package org.lifeboat.sandbox.simulation;

import java.util.List;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.SealedBlock;

/// What a simulated block has otherwise on each layer.
public interface LayerHabits {
    /// @param unixSeconds of the block
    Precompiles precompiles(long unixSeconds);

    /// Of the block after that one.
    Wei baseFee(SealedBlock parent);

    /// EIP-4844: of the block after that one. Unit: blob gas.
    long excess(BlockHeader parent);

    /// The most that blobs may use in a block. Unit: blob gas.
    long blobGasLimit();

    /// What a transaction pays beside gas in a block where prices count.
    /// @param before what the block began with
    Surcharge surcharge(Transaction transaction, BlockEnvironment block, StateReader before);

    /// The calls after the transactions.
    /// @return the hash of what they ask of the beacon chain (EIP-7685)
    Hash32 requests(SystemCalls calls);

    /// The header's fields that differ.
    Fields fields(BlockHeader parent, long unixSeconds, List<Transaction> done, StateReader before, ChainState after);

    /// @param blobGasUsed on an L2 what the data of its transactions counts for
    /// @param withdrawalsRoot on an L2 of its messages to L1
    record Fields(Bytes extraData, Gas blobGasUsed, Hash32 withdrawalsRoot) {}
}
