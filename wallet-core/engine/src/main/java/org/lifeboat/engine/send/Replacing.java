package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// Replaces a waiting transaction: the same again with a higher fee, or nothing at all with its nonce. Pure.
///
/// A replacement does not undo: whichever of the two a block takes first is the one that counts.
public final class Replacing {
    /// How much more both fee fields must offer, in percent of the old, for nodes to take the newer one.
    /// Source: go-ethereum, `core/txpool/legacypool`, `DefaultConfig.PriceBump` = 10.
    static final int PRICE_BUMP_PERCENT = 10;

    private Replacing() {}

    /// @param market today's price; the new offer is the higher of it and the old plus the bump
    /// @return the price to put on the replacement; the most it can cost is `most() * gasLimit`
    public static GasPrice bumped(Transaction old, GasPrice market) {
        return switch (old) {
            case Transaction.DynamicFee dynamic -> {
                Wei tip = bump(dynamic.maxPriorityFeePerGas());
                Wei most = bump(dynamic.maxFeePerGas());
                yield switch (market) {
                    case GasPrice.Dynamic(Wei base, Wei marketTip, Wei marketMost) ->
                        new GasPrice.Dynamic(base, larger(tip, marketTip), larger(most, marketMost));
                    case GasPrice.Flat(Wei flat) -> new GasPrice.Dynamic(flat, tip, larger(most, flat));
                };
            }
            case Transaction.Legacy _, Transaction.AccessListTx _, Transaction.Blob _, Transaction.SetCode _ ->
                new GasPrice.Flat(larger(bump(old.maxGasPrice()), market.most()));
        };
    }

    /// The same payment again. What pays more is only the fee.
    /// @return empty for a kind of transaction that this program does not make
    public static Optional<Draft> speedUp(
            Network network, Asset asset, OwnTransaction old, Transaction transaction, GasPrice market) {
        GasPrice price = bumped(transaction, market);
        return transaction.recipient().filter(_ -> supported(transaction)).map(recipient -> {
            Transaction faster = Transactions.of(
                    network.chain(),
                    price,
                    transaction.nonce(),
                    transaction.gasLimit(),
                    recipient,
                    transaction.value(),
                    transaction.data());
            return draft(
                    network,
                    asset,
                    old,
                    faster,
                    price,
                    old.kind(),
                    old.units(),
                    old.counterpart().orElse(recipient));
        });
    }

    /// Nothing, to oneself, with the nonce of `old`.
    public static Optional<Draft> cancel(
            Network network,
            Asset coin,
            OwnTransaction old,
            Transaction transaction,
            GasPrice market,
            Gas plainTransfer) {
        if (!supported(transaction)) {
            return Optional.empty();
        }
        GasPrice price = bumped(transaction, market);
        Transaction nothing = Transactions.of(
                network.chain(), price, transaction.nonce(), plainTransfer, old.account(), Wei.ZERO, Bytes.EMPTY);
        return Optional.of(
                draft(network, coin, old, nothing, price, OwnTransaction.Kind.CANCEL, BigInteger.ZERO, old.account()));
    }

    private static Draft draft(
            Network network,
            Asset asset,
            OwnTransaction old,
            Transaction transaction,
            GasPrice price,
            OwnTransaction.Kind kind,
            BigInteger units,
            Address to) {
        RollupFees rollup = rollupFees(network, old);
        FeeQuote fee = rollup.quote(price, transaction.gasLimit(), transaction.gasLimit());
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of(Check.Kind.NONCE_SHARED, Long.toString(old.nonce().value())));
        rollup.missing().ifPresent(part -> checks.add(Check.of(part)));
        return new Draft(
                network,
                old.account(),
                to,
                asset,
                units,
                kind,
                transaction,
                fee,
                checks,
                Optional.of(old.hash()),
                old.note());
    }

    /// What an OP Stack chain takes beside its gas was set aside for the old transaction, and the new one is
    /// not longer; at today's L1 price it can be more, so the fee is not called whole. Elsewhere all of it is
    /// in the gas.
    private static RollupFees rollupFees(Network network, OwnTransaction old) {
        boolean beside = network.layer() instanceof Network.Layer.L2(var _, Network.Stack stack)
                && stack == Network.Stack.OP_STACK;
        FeeParts limit = old.feeLimit();
        return beside
                ? new RollupFees(
                        limit.l1Data(),
                        limit.l1Data(),
                        limit.operator(),
                        Wei.ZERO,
                        Optional.of(Check.Kind.L1_DATA_FEE_UNKNOWN))
                : RollupFees.NONE;
    }

    private static boolean supported(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Legacy _, Transaction.DynamicFee _ -> true;
            case Transaction.AccessListTx _, Transaction.Blob _, Transaction.SetCode _ -> false;
        };
    }

    /// Rounded up, and at least one more.
    private static Wei bump(Wei old) {
        BigInteger raised = old.value().multiply(BigInteger.valueOf(100 + PRICE_BUMP_PERCENT));
        BigInteger rounded = raised.add(BigInteger.valueOf(99)).divide(BigInteger.valueOf(100));
        return new Wei(rounded.max(old.value().add(BigInteger.ONE)));
    }

    private static Wei larger(Wei one, Wei other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
