package org.lifeboat.verifier.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Log;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// The signed transactions of one block, one after the other: reads them, recovers senders, runs them, counts
/// gas, and gives receipts. A chain with transactions of its own runs those by [#runner] and counts them in by
/// [#receipt].
public final class BlockTransactions {
    private final ForkRules rules;
    private final BlockContext context;
    private final Secp256k1 curve;
    private final TransactionRunner runner;
    private final long blobGasLimit;
    private final List<Log> logs = new ArrayList<>();
    private long gasUsed;
    private long blobGasUsed;

    /// @param blobGasLimit the most blob gas the block may use
    public BlockTransactions(
            ForkRules rules,
            ChainId chain,
            BlockEnvironment environment,
            BlockContext context,
            Precompiles precompiles,
            long blobGasLimit) {
        this.rules = rules;
        this.context = context;
        this.curve = context.curve();
        this.blobGasLimit = blobGasLimit;
        this.runner = new TransactionRunner(
                rules, chain, environment, context.state(), precompiles, curve, context.listener());
    }

    public TransactionRunner runner() {
        return runner;
    }

    public Step run(int index, Bytes encoded) {
        return switch (SignedTransaction.decode(encoded)) {
            case Answer.Proven<SignedTransaction>(SignedTransaction signed) -> run(index, signed, Surcharge.NONE);
            case Answer.Refuted<SignedTransaction>(String reason) -> unreadable(index, reason);
            case Answer.Unknown<SignedTransaction>(Answer.Cause _, String reason) -> unreadable(index, reason);
        };
    }

    /// @param surcharge what the chain takes besides
    public Step run(int index, SignedTransaction signed, Surcharge surcharge) {
        Transaction transaction = signed.transaction();
        Optional<Address> sender = sender(signed);
        if (sender.isEmpty()) {
            return unreadable(index, "the signature is none");
        }
        GasPool left = new GasPool(context.header().gasLimit().amount() - gasUsed, blobGasLimit - blobGasUsed);
        return switch (runner.run(transaction, sender.get(), left, surcharge)) {
            case TransactionResult.Executed executed -> {
                if (transaction instanceof Transaction.Blob blob) {
                    blobGasUsed += BlobSchedule.GAS_PER_BLOB * blob.blobHashes().size();
                }
                yield new Step.Ran(receipt(transaction.type(), executed, Optional.empty()));
            }
            case TransactionResult.Invalid(var reason) ->
                new Step.Fault(new BlockFault(
                        BlockReason.INVALID_TRANSACTION, "transaction " + index + ": " + reason, Optional.of(reason)));
            case TransactionResult.Needs(var key) -> new Step.Needs(key);
        };
    }

    /// A low s is demanded since Homestead (EIP-2), and a chain in the signature is known since EIP-155.
    private Optional<Address> sender(SignedTransaction signed) {
        boolean lowEnough = rules.fork == Fork.FRONTIER || signed.signature().isLowS();
        boolean chainKnown = rules.fork.compareTo(Fork.SPURIOUS_DRAGON) >= 0
                || signed.transaction().type() != 0
                || signed.transaction().chain().isEmpty();
        return lowEnough && chainKnown
                ? curve.recover(signed.transaction().signingHash(), signed.signature())
                : Optional.empty();
    }

    private static Step unreadable(int index, String reason) {
        return new Step.Fault(
                new BlockFault(BlockReason.UNREADABLE_TRANSACTION, "transaction " + index + ": " + reason));
    }

    /// Counts a transaction that ran, and writes its receipt.
    public Receipt receipt(int type, TransactionResult.Executed executed, Optional<Receipt.Deposit> deposit) {
        gasUsed += executed.gasUsed();
        logs.addAll(executed.logs());
        List<org.lifeboat.primitives.block.Log> written =
                executed.logs().stream().map(BlockTransactions::plain).toList();
        boolean succeeded = executed.outcome() instanceof Outcome.Success;
        return new Receipt(
                type, new Receipt.Outcome.Status(succeeded), new Gas(gasUsed), LogsBloom.of(written), written, deposit);
    }

    private static org.lifeboat.primitives.block.Log plain(Log log) {
        return new org.lifeboat.primitives.block.Log(log.account(), log.topics(), log.data());
    }

    /// Of all transactions so far.
    public long gasUsed() {
        return gasUsed;
    }

    public long blobGasUsed() {
        return blobGasUsed;
    }

    /// Of all transactions so far, in order.
    public List<Log> logs() {
        return List.copyOf(logs);
    }
}
