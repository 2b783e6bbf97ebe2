package org.lifeboat.verifier.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// The steps of a block of Ethereum L1.
final class EthereumProgram implements BlockProgram {
    private final EthereumChain chain;
    private final ForkRules rules;
    private final BlockContext context;
    private final SystemCalls systemCalls;
    private final BlockTransactions transactions;
    private Optional<Hash32> requestsHash = Optional.empty();

    EthereumProgram(EthereumChain chain, ForkSchedule.Step step, BlockContext context) {
        this.chain = chain;
        this.rules = step.fork().rules();
        this.context = context;
        BlockEnvironment environment = environment(context.header(), step);
        Precompiles precompiles = Precompiles.of(rules);
        this.systemCalls = new SystemCalls(rules, chain.id(), environment, context.state(), precompiles);
        long blobGasLimit = step.blobs().maximum() * BlobSchedule.GAS_PER_BLOB;
        this.transactions = new BlockTransactions(rules, chain.id(), environment, context, precompiles, blobGasLimit);
    }

    private static BlockEnvironment environment(BlockHeader header, ForkSchedule.Step step) {
        Wei blobBaseFee = header.excessBlobGas()
                .map(excess -> new Wei(step.blobs().baseFee(excess.amount())))
                .orElse(Wei.ZERO);
        return new BlockEnvironment(
                header.beneficiary(),
                header.number(),
                header.unixSeconds(),
                header.gasLimit().amount(),
                header.difficulty(),
                header.mixHash(),
                header.baseFeePerGas().orElse(Wei.ZERO),
                blobBaseFee);
    }

    /// Whatever comes of the calls of EIP-4788 and EIP-2935, the block goes on.
    @Override
    public Step begin() {
        if (rules.beaconRoots) {
            Hash32 root = context.header().parentBeaconBlockRoot().orElse(Hash32.ZERO);
            if (systemCalls.storeBeaconRoot(root) instanceof SystemCalls.Result.Needs(var key)) {
                return new Step.Needs(key);
            }
        }
        if (rules.historyStorage
                && systemCalls.storeParentHash(context.header().parentHash())
                        instanceof SystemCalls.Result.Needs(var key)) {
            return new Step.Needs(key);
        }
        return new Step.Done();
    }

    @Override
    public Step transaction(int index, Bytes encoded) {
        return transactions.run(index, encoded);
    }

    @Override
    public Step end(Block block) {
        block.withdrawals().ifPresent(all -> Withdrawal.apply(all, context.state()));
        return rules.requests ? collectRequests() : new Step.Done();
    }

    private Step collectRequests() {
        Optional<Bytes> deposits = Requests.deposits(transactions.logs(), chain.depositContract());
        if (deposits.isEmpty()) {
            return fault(BlockReason.INVALID_DEPOSIT_EVENT_LAYOUT, "a deposit's event is laid out wrongly");
        }
        SystemCalls.Result withdrawals = systemCalls.takeWithdrawalRequests();
        if (!(withdrawals instanceof SystemCalls.Result.Done(Bytes exits))) {
            return failed(withdrawals, "withdrawal requests");
        }
        SystemCalls.Result consolidations = systemCalls.takeConsolidationRequests();
        if (!(consolidations instanceof SystemCalls.Result.Done(Bytes merges))) {
            return failed(consolidations, "consolidation requests");
        }
        requestsHash = Optional.of(Requests.of(deposits.get(), exits, merges).hash());
        return new Step.Done();
    }

    private static Step failed(SystemCalls.Result result, String contract) {
        return switch (result) {
            case SystemCalls.Result.Done _ -> new Step.Done();
            case SystemCalls.Result.NoContract _ ->
                fault(BlockReason.SYSTEM_CONTRACT_EMPTY, "no contract for " + contract);
            case SystemCalls.Result.Failed(var outcome) ->
                fault(BlockReason.SYSTEM_CONTRACT_CALL_FAILED, contract + ": " + outcome);
            case SystemCalls.Result.Needs(var key) -> new Step.Needs(key);
        };
    }

    private static Step fault(BlockReason reason, String detail) {
        return new Step.Fault(new BlockFault(reason, detail));
    }

    @Override
    public TrieResult<BlockOutput.Commitments> commitments(Optional<List<Withdrawal>> withdrawals, StateTrie after) {
        Optional<Hash32> withdrawalsRoot = withdrawals.map(
                all -> OrderedTrie.root(all.stream().map(BlockRlp::withdrawal).toList()));
        Optional<Gas> blobGas = rules.beaconRoots ? Optional.of(new Gas(transactions.blobGasUsed())) : Optional.empty();
        return new TrieResult.Known<>(new BlockOutput.Commitments(blobGas, withdrawalsRoot, requestsHash));
    }

    @Override
    public boolean receiptsHoldRoots() {
        return rules.fork.compareTo(Fork.BYZANTIUM) < 0;
    }
}
