package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

/// The parts that only some types of transaction have, for all of them.
public final class TransactionParts {
    private TransactionParts() {}

    public static List<AccessListEntry> accessList(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Legacy _ -> List.of();
            case Transaction.AccessListTx t -> t.accessList();
            case Transaction.DynamicFee t -> t.accessList();
            case Transaction.Blob t -> t.accessList();
            case Transaction.SetCode t -> t.accessList();
        };
    }

    public static List<SignedAuthorization> authorizations(Transaction transaction) {
        return switch (transaction) {
            case Transaction.SetCode t -> t.authorizations();
            case Transaction.Legacy _, Transaction.AccessListTx _, Transaction.DynamicFee _, Transaction.Blob _ ->
                List.of();
        };
    }

    public static List<Hash32> blobHashes(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Blob t -> t.blobHashes();
            case Transaction.Legacy _, Transaction.AccessListTx _, Transaction.DynamicFee _, Transaction.SetCode _ ->
                List.of();
        };
    }

    public static long blobGas(Transaction transaction) {
        return BlobSchedule.GAS_PER_BLOB * blobHashes(transaction).size();
    }

    /// The most it would pay for its blobs.
    static BigInteger maxBlobFee(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Blob t -> t.maxFeePerBlobGas().value().multiply(BigInteger.valueOf(blobGas(t)));
            case Transaction.Legacy _, Transaction.AccessListTx _, Transaction.DynamicFee _, Transaction.SetCode _ ->
                BigInteger.ZERO;
        };
    }

    /// What the block's proposer gets for a gas at most; for the older types the whole price.
    public static Wei maxPriorityFee(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Legacy t -> t.gasPrice();
            case Transaction.AccessListTx t -> t.gasPrice();
            case Transaction.DynamicFee t -> t.maxPriorityFeePerGas();
            case Transaction.Blob t -> t.maxPriorityFeePerGas();
            case Transaction.SetCode t -> t.maxPriorityFeePerGas();
        };
    }

    /// What it pays for a gas in a block with that base fee (EIP-1559).
    public static Wei effectivePrice(Transaction transaction, Wei baseFee) {
        BigInteger offered = baseFee.value().add(maxPriorityFee(transaction).value());
        return new Wei(offered.min(transaction.maxGasPrice().value()));
    }
}
