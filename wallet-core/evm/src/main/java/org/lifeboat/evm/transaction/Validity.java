package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.Transaction;

/// Whether a transaction may stand in a block, apart from its signature.
final class Validity {
    /// First byte of a blob's hash. Source: EIP-4844, `VERSIONED_HASH_VERSION_KZG`. Since: Cancun.
    private static final int BLOB_HASH_VERSION = 1;

    /// Source: EIP-2681: a nonce this high is never used. The largest that [org.lifeboat.primitives.Nonce]
    /// holds is below.
    private static final long LAST_NONCE = -1;

    private final ForkRules rules;
    private final ChainId chain;
    private final BlockEnvironment block;

    Validity(ForkRules rules, ChainId chain, BlockEnvironment block) {
        this.rules = rules;
        this.chain = chain;
        this.block = block;
    }

    /// @param reserve wei that the chain takes besides
    /// @return the first reason against it
    Optional<InvalidReason> check(
            Transaction transaction,
            IntrinsicGas intrinsic,
            WorldState state,
            Account sender,
            GasPool left,
            BigInteger reserve) {
        return form(transaction)
                .or(() -> cap(transaction))
                .or(() -> gas(transaction, intrinsic, left))
                .or(() -> fees(transaction))
                .or(() -> blobs(transaction, left))
                .or(() -> authorizations(transaction))
                .or(() -> account(transaction, state, sender, reserve));
    }

    /// What must hold of a question, which stands in no block.
    Optional<InvalidReason> checkQuestion(
            Transaction transaction, IntrinsicGas intrinsic, WorldState state, Account sender, GasPool left) {
        return form(transaction)
                .or(() -> gas(transaction, intrinsic, left))
                .or(() -> fees(transaction))
                .or(() -> blobs(transaction, left))
                .or(() -> authorizations(transaction))
                .or(() -> funds(transaction, state, sender, BigInteger.ZERO));
    }

    /// As [#check] for a transaction that is only tried out: no nonce, no base fee, not who the sender is.
    Optional<InvalidReason> checkSimulated(
            Transaction transaction, IntrinsicGas intrinsic, WorldState state, Account sender, BigInteger reserve) {
        return form(transaction)
                .or(() -> cap(transaction))
                .or(() -> gas(transaction, intrinsic, new GasPool(block.gasLimit(), Long.MAX_VALUE)))
                .or(() -> authorizations(transaction))
                .or(() -> funds(transaction, state, sender, reserve));
    }

    /// What must hold of a transaction in a block that nobody makes, in the order in which geth asks
    /// (core/state_transition.go, `preCheck` and `execute`).
    /// @param strict whether nonce and prices count
    /// @param reserve wei that the chain takes besides
    Optional<InvalidReason> checkSupposed(
            Transaction transaction,
            IntrinsicGas intrinsic,
            WorldState state,
            Account sender,
            GasPool left,
            boolean strict,
            BigInteger reserve) {
        boolean free = !strict
                && transaction.maxGasPrice().isZero()
                && TransactionParts.maxPriorityFee(transaction).isZero();
        return form(transaction)
                .or(() -> strict ? nonce(transaction, sender) : Optional.empty())
                .or(() -> free ? Optional.empty() : fees(transaction))
                .or(() -> blobs(transaction, left))
                .or(() -> authorizations(transaction))
                .or(() -> funds(transaction, state, sender, reserve))
                .or(() -> gas(transaction, intrinsic, left));
    }

    private Optional<InvalidReason> form(Transaction transaction) {
        if (transaction.type() > rules.newestTransactionType) {
            return Optional.of(InvalidReason.valueOf("TYPE_" + transaction.type() + "_TX_PRE_FORK"));
        }
        if (transaction.chain().isPresent() && !transaction.chain().get().equals(chain)) {
            return Optional.of(InvalidReason.INVALID_CHAINID);
        }
        return Optional.empty();
    }

    private Optional<InvalidReason> cap(Transaction transaction) {
        boolean over = transaction.gasLimit().amount() > rules.transactionGasCap;
        return over ? Optional.of(InvalidReason.GAS_LIMIT_EXCEEDS_MAXIMUM) : Optional.empty();
    }

    private Optional<InvalidReason> gas(Transaction transaction, IntrinsicGas intrinsic, GasPool left) {
        long limit = transaction.gasLimit().amount();
        if (intrinsic.gas() > limit) {
            return Optional.of(InvalidReason.INTRINSIC_GAS_TOO_LOW);
        }
        if (intrinsic.floor() > limit) {
            return Optional.of(InvalidReason.INTRINSIC_GAS_BELOW_FLOOR_GAS_COST);
        }
        if (transaction.recipient().isEmpty() && transaction.data().size() > rules.initCodeLimit) {
            return Optional.of(InvalidReason.INITCODE_SIZE_EXCEEDED);
        }
        if (Long.compareUnsigned(limit, left.gas()) > 0) {
            return Optional.of(InvalidReason.GAS_ALLOWANCE_EXCEEDED);
        }
        return Optional.empty();
    }

    private Optional<InvalidReason> fees(Transaction transaction) {
        boolean greedy = transaction.maxGasPrice().compareTo(TransactionParts.maxPriorityFee(transaction)) < 0;
        if (greedy) {
            return Optional.of(InvalidReason.PRIORITY_GREATER_THAN_MAX_FEE_PER_GAS);
        }
        if (rules.baseFee && transaction.maxGasPrice().compareTo(block.baseFee()) < 0) {
            return Optional.of(InvalidReason.INSUFFICIENT_MAX_FEE_PER_GAS);
        }
        return Optional.empty();
    }

    private Optional<InvalidReason> blobs(Transaction transaction, GasPool left) {
        if (!(transaction instanceof Transaction.Blob blob)) {
            return Optional.empty();
        }
        int count = blob.blobHashes().size();
        if (count == 0) {
            return Optional.of(InvalidReason.TYPE_3_TX_ZERO_BLOBS);
        }
        if (TransactionParts.blobGas(blob) > left.blobGas()) {
            return Optional.of(InvalidReason.TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED);
        }
        if (count > rules.blobsPerTransaction) {
            return Optional.of(InvalidReason.TYPE_3_TX_BLOB_COUNT_EXCEEDED);
        }
        for (Hash32 hash : blob.blobHashes()) {
            if (hash.toArray()[0] != BLOB_HASH_VERSION) {
                return Optional.of(InvalidReason.TYPE_3_TX_INVALID_BLOB_VERSIONED_HASH);
            }
        }
        if (blob.maxFeePerBlobGas().compareTo(block.blobBaseFee()) < 0) {
            return Optional.of(InvalidReason.INSUFFICIENT_MAX_FEE_PER_BLOB_GAS);
        }
        return Optional.empty();
    }

    private static Optional<InvalidReason> authorizations(Transaction transaction) {
        boolean none = transaction instanceof Transaction.SetCode t
                && t.authorizations().isEmpty();
        return none ? Optional.of(InvalidReason.TYPE_4_EMPTY_AUTHORIZATION_LIST) : Optional.empty();
    }

    private Optional<InvalidReason> account(
            Transaction transaction, WorldState state, Account sender, BigInteger reserve) {
        Optional<InvalidReason> refused =
                nonce(transaction, sender).or(() -> funds(transaction, state, sender, reserve));
        if (refused.isPresent()) {
            return refused;
        }
        boolean person = state.code(sender).size() == 0
                || (rules.delegation && state.code(sender).isDelegation());
        return person ? Optional.empty() : Optional.of(InvalidReason.SENDER_NOT_EOA);
    }

    private static Optional<InvalidReason> nonce(Transaction transaction, Account sender) {
        int order = Long.compareUnsigned(transaction.nonce().value(), sender.nonce());
        if (order != 0) {
            return Optional.of(
                    order < 0 ? InvalidReason.NONCE_MISMATCH_TOO_LOW : InvalidReason.NONCE_MISMATCH_TOO_HIGH);
        }
        return sender.nonce() == LAST_NONCE ? Optional.of(InvalidReason.NONCE_IS_MAX) : Optional.empty();
    }

    private static Optional<InvalidReason> funds(
            Transaction transaction, WorldState state, Account sender, BigInteger reserve) {
        BigInteger gas = transaction
                .maxGasPrice()
                .value()
                .multiply(BigInteger.valueOf(transaction.gasLimit().amount()));
        BigInteger most = gas.add(transaction.value().value())
                .add(TransactionParts.maxBlobFee(transaction))
                .add(reserve);
        return state.balanceOf(sender).compareTo(most) < 0
                ? Optional.of(InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS)
                : Optional.empty();
    }
}
