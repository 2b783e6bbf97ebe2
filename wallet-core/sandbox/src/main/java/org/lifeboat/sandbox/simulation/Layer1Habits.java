package org.lifeboat.sandbox.simulation;

import java.util.List;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.SealedBlock;

/// As Ethereum does it.
public record Layer1Habits(ChainSettings settings) implements LayerHabits {
    @Override
    public Precompiles precompiles(long unixSeconds) {
        return Precompiles.of(settings.rules());
    }

    @Override
    public Wei baseFee(SealedBlock parent) {
        return Environments.nextBaseFee(parent);
    }

    @Override
    public long excess(BlockHeader parent) {
        return Environments.nextExcess(settings, parent);
    }

    @Override
    public long blobGasLimit() {
        return settings.blobGasLimit();
    }

    @Override
    public Surcharge surcharge(Transaction transaction, BlockEnvironment block, StateReader before) {
        return Surcharge.NONE;
    }

    @Override
    public Hash32 requests(SystemCalls calls) {
        Bytes noDeposits = Bytes.EMPTY; // There is no deposit contract.
        return Requests.of(
                        noDeposits, output(calls.takeWithdrawalRequests()), output(calls.takeConsolidationRequests()))
                .hash();
    }

    private static Bytes output(SystemCalls.Result result) {
        return result instanceof SystemCalls.Result.Done(Bytes output) ? output : Bytes.EMPTY;
    }

    @Override
    public Fields fields(
            BlockHeader parent, long unixSeconds, List<Transaction> done, StateReader before, ChainState after) {
        long blobGas = done.stream().mapToLong(TransactionParts::blobGas).sum();
        return new Fields(Bytes.EMPTY, new Gas(blobGas), TrieProof.EMPTY_ROOT);
    }
}
