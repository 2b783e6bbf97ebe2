package org.lifeboat.sandbox.rollup;

import java.util.List;
import java.util.function.Function;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpPrecompiles;
import org.lifeboat.rollups.opstack.execution.SupposedFees;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.simulation.LayerHabits;

/// As a chain of the OP Stack does it. Nothing comes from L1 into a block that nobody makes: what its parent was told
/// of L1 goes on to hold, and there are no deposits in it, as with op-geth. Other than with op-geth, whoever asks for
/// prices to count pays for data and to the operator too, as in a real block.
/// @param baseFeeAfter what gas costs in the block after one
record Layer2Habits(OpChain chain, Function<SealedBlock, Wei> baseFeeAfter) implements LayerHabits {
    private OpFork fork(long unixSeconds) {
        return chain.forks().at(unixSeconds);
    }

    @Override
    public Precompiles precompiles(long unixSeconds) {
        return OpPrecompiles.of(fork(unixSeconds));
    }

    @Override
    public Wei baseFee(SealedBlock parent) {
        return baseFeeAfter.apply(parent);
    }

    @Override
    public long excess(BlockHeader parent) {
        return 0;
    }

    /// There are no blobs on the L2.
    @Override
    public long blobGasLimit() {
        return 0;
    }

    @Override
    public Surcharge surcharge(Transaction transaction, BlockEnvironment block, StateReader before) {
        return SupposedFees.of(fork(block.timestamp()), before)
                .map(fees -> fees.surcharge(transaction, block.baseFee()))
                .orElse(Surcharge.NONE);
    }

    /// An L2 asks the beacon chain for nothing.
    @Override
    public Hash32 requests(SystemCalls calls) {
        return Requests.of(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY).hash();
    }

    @Override
    public Fields fields(
            BlockHeader parent, long unixSeconds, List<Transaction> done, StateReader before, ChainState after) {
        long footprint = SupposedFees.of(fork(unixSeconds), before)
                .map(fees -> done.stream().mapToLong(fees::footprint).sum())
                .orElse(0L);
        Hash32 messages = after.account(OpStack.MESSAGE_PASSER)
                .map(StoredAccount::storageRoot)
                .orElse(TrieProof.EMPTY_ROOT);
        return new Fields(parent.extraData(), new Gas(footprint), messages);
    }
}
