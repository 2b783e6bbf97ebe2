package org.lifeboat.sandbox.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.OrderedTrie;

/// Makes one block: begin, add transactions in the order they are to stand, seal. One thread, used once.
public final class BlockBuilder {
    private final ChainSettings settings;
    private final ForkRules rules;
    private final SealedBlock parent;
    private final BlockEnvironment environment;
    private final BlockAttributes attributes;
    private final WorldState state;
    private final TransactionRunner runner;
    private final SystemCalls systemCalls;

    private final List<ExecutedTransaction> done = new ArrayList<>();
    private final List<Log> logs = new ArrayList<>();
    private long gasUsed;
    private long blobGasUsed;

    private BlockBuilder(ChainSettings settings, Ancestry ancestry, BlockAttributes attributes, Secp256k1 curve) {
        this.settings = settings;
        this.rules = settings.rules();
        Precompiles precompiles = Precompiles.of(rules);
        this.parent = ancestry.newest();
        this.attributes = attributes;
        this.environment = Environments.next(settings, parent, attributes);
        this.state = new WorldState(
                parent.state().reader(ancestry::blockHash), parent.state().codes());
        this.runner = new TransactionRunner(
                rules, settings.chain(), environment, state, precompiles, curve, Optional.empty());
        this.systemCalls = new SystemCalls(rules, settings.chain(), environment, state, precompiles);
    }

    /// Begins the block after the newest one and makes the calls that come before its transactions.
    public static BlockBuilder begin(
            ChainSettings settings, Ancestry ancestry, BlockAttributes attributes, Secp256k1 curve) {
        BlockBuilder builder = new BlockBuilder(settings, ancestry, attributes, curve);
        builder.systemCalls.storeBeaconRoot(attributes.parentBeaconRoot());
        builder.systemCalls.storeParentHash(builder.parent.hash());
        return builder;
    }

    /// Runs a transaction as the next of the block.
    /// @return empty if it stands in the block now; else why it does not, and nothing happened
    public Optional<InvalidReason> add(SenderTransaction sent) {
        GasPool left = new GasPool(environment.gasLimit() - gasUsed, settings.blobGasLimit() - blobGasUsed);
        return switch (runner.run(sent.transaction(), sent.from(), left)) {
            case TransactionResult.Executed executed -> {
                keep(sent, executed);
                yield Optional.empty();
            }
            case TransactionResult.Invalid(InvalidReason reason) -> Optional.of(reason);
            case TransactionResult.Needs(var key) ->
                throw new IllegalStateException("a state that is whole lacks " + key);
        };
    }

    /// Gas that a further transaction may use.
    public long gasLeft() {
        return environment.gasLimit() - gasUsed;
    }

    public Wei baseFee() {
        return environment.baseFee();
    }

    private void keep(SenderTransaction sent, TransactionResult.Executed executed) {
        gasUsed += executed.gasUsed();
        blobGasUsed += TransactionParts.blobGas(sent.transaction());
        List<Log> own = executed.logs().stream()
                .map(log -> new Log(log.account(), log.topics(), log.data()))
                .toList();
        Receipt receipt = new Receipt(
                sent.transaction().type(),
                new Receipt.Outcome.Status(executed.outcome() instanceof Outcome.Success),
                new Gas(gasUsed),
                LogsBloom.of(own),
                own,
                Optional.empty());
        done.add(new ExecutedTransaction(
                sent,
                done.size(),
                logs.size(),
                receipt,
                new Gas(executed.gasUsed()),
                TransactionParts.effectivePrice(sent.transaction(), environment.baseFee()),
                executed.created(),
                Optional.empty()));
        logs.addAll(own);
    }

    /// Ends the block, and computes all roots.
    public SealedBlock seal() {
        return seal(end());
    }

    /// Pays the withdrawals, and makes the calls that come after the transactions.
    public Requests end() {
        Withdrawal.apply(attributes.withdrawals(), state);
        return Requests.of(
                Bytes.EMPTY, // There is no deposit contract.
                output(systemCalls.takeWithdrawalRequests()),
                output(systemCalls.takeConsolidationRequests()));
    }

    /// Computes all roots.
    /// @param requests those of [#end]
    public SealedBlock seal(Requests requests) {
        ChainState after = parent.state().after(state.changes());
        BlockHeader header = header(after.root(), requests.hash());
        return new SealedBlock(header, header.hash(), done, List.of(), Optional.of(attributes.withdrawals()), after);
    }

    private static Bytes output(SystemCalls.Result result) {
        return switch (result) {
            case SystemCalls.Result.Done(Bytes output) -> output;
            // A chain that began without the contract asks its beacon chain for nothing.
            case SystemCalls.Result.NoContract _ -> Bytes.EMPTY;
            case SystemCalls.Result.Failed _, SystemCalls.Result.Needs _ ->
                throw new IllegalStateException("a contract of the protocol failed: " + result);
        };
    }

    /// EIP-4895.
    private static Bytes encoded(Withdrawal withdrawal) {
        return new RlpWriter()
                .list(fields -> fields.integer(withdrawal.index())
                        .integer(withdrawal.validator())
                        .address(withdrawal.recipient())
                        .integer(withdrawal.amountGwei()))
                .toBytes();
    }

    private BlockHeader header(Hash32 stateRoot, Hash32 requestsHash) {
        return new BlockHeader(
                parent.hash(),
                Genesis.NO_OMMERS,
                environment.coinbase(),
                stateRoot,
                OrderedTrie.root(
                        done.stream().map(each -> each.sent().encoded()).toList()),
                OrderedTrie.root(
                        done.stream().map(each -> each.receipt().encoded()).toList()),
                LogsBloom.of(logs),
                BigInteger.ZERO,
                environment.number(),
                new Gas(environment.gasLimit()),
                new Gas(gasUsed),
                environment.timestamp(),
                attributes.extraData(),
                attributes.prevRandao(),
                Genesis.NO_NONCE,
                Optional.of(environment.baseFee()),
                Optional.of(OrderedTrie.root(attributes.withdrawals().stream()
                        .map(BlockBuilder::encoded)
                        .toList())),
                Optional.of(new Gas(blobGasUsed)),
                Optional.of(new Gas(Environments.nextExcess(settings, parent.header()))),
                Optional.of(attributes.parentBeaconRoot()),
                Optional.of(requestsHash));
    }
}
