package org.lifeboat.rollups.opstack.execution;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockContext;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.BlockProgram;
import org.lifeboat.verifier.block.BlockReason;
import org.lifeboat.verifier.block.BlockTransactions;
import org.lifeboat.verifier.block.Step;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// The steps of a block of an OP Stack chain.
final class OpProgram implements BlockProgram {
    /// The predeployed `L2ToL1MessagePasser`, whose storage root is the header's `withdrawalsRoot` since Isthmus.
    private static final Address MESSAGE_PASSER = Address.fromHex("0x4200000000000000000000000000000000000016");

    /// The hash of no requests: SHA-256 of nothing (EIP-7685). Source: specification, isthmus/exec-engine.
    private static final Hash32 NO_REQUESTS =
            Hash32.fromHex("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final OpFork fork;
    private final boolean parentIsthmus;
    private final ForkRules rules;
    private final BlockContext context;
    private final Wei baseFee;
    private final SystemCalls systemCalls;
    private final BlockTransactions transactions;
    private @Nullable L1Attributes l1;
    private long footprint;

    OpProgram(OpChain chain, BlockContext context) {
        BlockHeader header = context.header();
        this.fork = chain.forks().at(header.unixSeconds());
        this.parentIsthmus = chain.forks().at(context.parent().unixSeconds()).isAtLeast(OpFork.ISTHMUS);
        this.rules = fork.ethereum().rules();
        this.context = context;
        this.baseFee = header.baseFeePerGas().orElse(Wei.ZERO);
        // With no excess the blob base fee is the least there is, which BLOBBASEFEE then gives.
        BlobSchedule blobs = rules.blobs();
        BlockEnvironment environment = new BlockEnvironment(
                header.beneficiary(),
                header.number(),
                header.unixSeconds(),
                header.gasLimit().amount(),
                header.difficulty(),
                header.mixHash(),
                baseFee,
                fork.isAtLeast(OpFork.ECOTONE) ? new Wei(blobs.baseFee(0)) : Wei.ZERO);
        Precompiles precompiles = OpPrecompiles.of(fork);
        this.systemCalls = new SystemCalls(rules, chain.id(), environment, context.state(), precompiles);
        this.transactions = new BlockTransactions(rules, chain.id(), environment, context, precompiles, 0);
    }

    @Override
    public Step begin() {
        if (fork.isAtLeast(OpFork.ECOTONE)) {
            Hash32 root = context.header().parentBeaconBlockRoot().orElse(Hash32.ZERO);
            if (systemCalls.storeBeaconRoot(root) instanceof SystemCalls.Result.Needs(var key)) {
                return new Step.Needs(key);
            }
        }
        if (fork.isAtLeast(OpFork.ISTHMUS)
                && systemCalls.storeParentHash(context.header().parentHash())
                        instanceof SystemCalls.Result.Needs(var key)) {
            return new Step.Needs(key);
        }
        return new Step.Done();
    }

    @Override
    public Step transaction(int index, Bytes encoded) {
        if (!encoded.isEmpty() && encoded.at(0) == DepositTransaction.TYPE) {
            return DepositTransaction.decode(encoded) instanceof Answer.Proven<DepositTransaction>(var deposit)
                    ? deposit(index, deposit)
                    : unreadable(index, "no deposit");
        }
        L1Attributes prices = l1;
        if (prices == null) {
            return fault("the block does not begin with the description of L1");
        }
        if (!(SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(var signed))) {
            return unreadable(index, "of no type that this chain has");
        }
        footprint += L1Fee.estimatedSize(encoded) * prices.footprintScalar();
        return transactions.run(index, signed, new OpSurcharge(fork, prices, baseFee, signed, encoded));
    }

    private Step deposit(int index, DepositTransaction deposit) {
        if (index == 0) {
            switch (L1Attributes.of(deposit)) {
                case Answer.Proven<L1Attributes>(L1Attributes read) -> l1 = read;
                case Answer.Refuted<L1Attributes>(String reason) -> {
                    return fault(reason);
                }
                case Answer.Unknown<L1Attributes>(Answer.Cause _, String reason) -> {
                    return new Step.Unknown(reason);
                }
            }
        }
        long nonce = nonceOf(deposit.from());
        Transaction.Legacy call = new Transaction.Legacy(
                Optional.empty(),
                new Nonce(Math.max(0, nonce)),
                Wei.ZERO,
                deposit.gas(),
                deposit.to(),
                deposit.value(),
                deposit.data());
        return switch (transactions
                .runner()
                .runUnpaid(call, deposit.from(), deposit.mint().value())) {
            case TransactionResult.Executed executed ->
                new Step.Ran(transactions.receipt(
                        Receipt.DEPOSIT, executed, Optional.of(new Receipt.Deposit(nonce, version()))));
            case TransactionResult.Invalid(var reason) -> unreadable(index, reason.name());
            case TransactionResult.Needs(var key) -> new Step.Needs(key);
        };
    }

    /// May throw that the state is missing, as the run itself may.
    private long nonceOf(Address address) {
        return context.state().account(address).nonce();
    }

    private Optional<Long> version() {
        return fork.isAtLeast(OpFork.CANYON) ? Optional.of(1L) : Optional.empty();
    }

    @Override
    public Step end(Block block) {
        return new Step.Done();
    }

    @Override
    public TrieResult<BlockOutput.Commitments> commitments(Optional<List<Withdrawal>> withdrawals, StateTrie after) {
        Optional<Gas> blobGas = fork.isAtLeast(OpFork.ECOTONE)
                ? Optional.of(new Gas(fork.isAtLeast(OpFork.JOVIAN) ? footprint : 0))
                : Optional.empty();
        Optional<Hash32> requests = rules.requests ? Optional.of(NO_REQUESTS) : Optional.empty();
        if (!fork.isAtLeast(OpFork.ISTHMUS)) {
            Optional<Hash32> none =
                    fork.isAtLeast(OpFork.CANYON) ? Optional.of(TrieProof.EMPTY_ROOT) : Optional.empty();
            return new TrieResult.Known<>(new BlockOutput.Commitments(blobGas, none, requests));
        }
        return messagesRoot(after).map(root -> new BlockOutput.Commitments(blobGas, Optional.of(root), requests));
    }

    /// The root of the message passer's storage. A block that leaves the contract alone leaves its root alone: the
    /// parent's header says it then, and op-geth's witnesses of such blocks do not hold the contract.
    private TrieResult<Hash32> messagesRoot(StateTrie after) {
        TrieResult<Hash32> read = after.account(MESSAGE_PASSER)
                .map(account -> account.map(StoredAccount::storageRoot).orElse(TrieProof.EMPTY_ROOT));
        Optional<Hash32> before = parentIsthmus ? context.parent().withdrawalsRoot() : Optional.empty();
        boolean alone = context.state().changes().stream()
                .noneMatch(change -> change.address().equals(MESSAGE_PASSER));
        return read instanceof TrieResult.Missing<Hash32> && alone && before.isPresent()
                ? new TrieResult.Known<>(before.get())
                : read;
    }

    private static Step unreadable(int index, String reason) {
        return new Step.Fault(
                new BlockFault(BlockReason.UNREADABLE_TRANSACTION, "transaction " + index + ": " + reason));
    }

    private static Step fault(String detail) {
        return new Step.Fault(new BlockFault(BlockReason.CHAIN_RULE, detail));
    }
}
