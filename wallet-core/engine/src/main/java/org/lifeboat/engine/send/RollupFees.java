package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.ArbNodeInterface;
import org.lifeboat.engine.abi.OpGasPriceOracle;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// What an L2 charges beside its own gas.
///
/// @param l1Data expected L1 data fee (OP Stack)
/// @param l1DataMost what is set aside for it
/// @param operator operator fee of the whole gas limit (OP Stack since Isthmus)
/// @param l1Share part of the execution fee that pays L1 (Arbitrum)
/// @param missing what could not be read
record RollupFees(Wei l1Data, Wei l1DataMost, Wei operator, Wei l1Share, Optional<Check.Kind> missing) {
    static final RollupFees NONE = new RollupFees(Wei.ZERO, Wei.ZERO, Wei.ZERO, Wei.ZERO, Optional.empty());

    /// The L1 fee is charged at the prices of the block that includes the transaction, and no field caps it. So
    /// much more covers two L1 blocks of rising base fee: (9/8)^2 (EIP-1559, `BASE_FEE_MAX_CHANGE_DENOMINATOR`
    /// = 8). For a small transaction the oracle's upper bound is no more than the fee itself.
    private static final int MARGIN_OF_64 = 81;

    /// @param transaction as it will be signed but for the amount
    static RollupFees opStack(Source source, Transaction transaction, Deadline deadline) {
        Bytes unsigned = transaction.signingPayload();
        Answers answers = new Answers();
        Batch batch = new Batch();
        batch.add(oracle(OpGasPriceOracle.l1Fee(unsigned)), reply -> answers.l1Fee = reply);
        batch.add(oracle(OpGasPriceOracle.l1FeeUpperBound(unsigned.size())), reply -> answers.upperBound = reply);
        batch.add(
                oracle(OpGasPriceOracle.operatorFee(transaction.gasLimit().amount())),
                reply -> answers.operator = reply);
        batch.ask(source, Purpose.PREPARE_TRANSACTION, deadline.remaining());
        Optional<Wei> l1Fee = wei(answers.l1Fee);
        if (l1Fee.isEmpty()) {
            return new RollupFees(Wei.ZERO, Wei.ZERO, Wei.ZERO, Wei.ZERO, Optional.of(Check.Kind.L1_DATA_FEE_UNKNOWN));
        }
        Wei bound = wei(answers.upperBound)
                .filter(upper -> upper.compareTo(l1Fee.get()) > 0)
                .orElse(l1Fee.get());
        // Chains before Isthmus have no operator fee, and their oracle reverts on the question. Any other failure
        // leaves the part unknown.
        Optional<Wei> operator = isRevert(answers.operator) ? Optional.of(Wei.ZERO) : wei(answers.operator);
        return new RollupFees(
                l1Fee.get(),
                new Wei(bound.times(MARGIN_OF_64)
                        .value()
                        .add(BigInteger.valueOf(63))
                        .shiftRight(6)),
                operator.orElse(Wei.ZERO),
                Wei.ZERO,
                operator.isEmpty() ? Optional.of(Check.Kind.OPERATOR_FEE_UNKNOWN) : Optional.empty());
    }

    /// `eth_estimateGas` of an Arbitrum node already contains the L1 part; this only says how large it is.
    static RollupFees arbitrum(Source source, Address to, Bytes data, Deadline deadline) {
        Reply<Bytes> reply = source.ask(
                new Query.CallOf(
                        CallRequest.read(ArbNodeInterface.ADDRESS, ArbNodeInterface.l1Component(to, data)),
                        BlockSelector.LATEST),
                Purpose.PREPARE_TRANSACTION,
                deadline.remaining());
        return reply.got()
                .flatMap(ArbNodeInterface::result)
                .filter(part -> Plausible.fee(part.baseFee()))
                .map(part -> new RollupFees(Wei.ZERO, Wei.ZERO, Wei.ZERO, part.fee(), Optional.empty()))
                .orElseGet(() -> new RollupFees(
                        Wei.ZERO, Wei.ZERO, Wei.ZERO, Wei.ZERO, Optional.of(Check.Kind.L1_SHARE_UNKNOWN)));
    }

    private static final class Answers {
        private Reply<Bytes> l1Fee = Reply.notAsked();
        private Reply<Bytes> upperBound = Reply.notAsked();
        private Reply<Bytes> operator = Reply.notAsked();
    }

    private static Query.CallOf oracle(Bytes data) {
        return new Query.CallOf(CallRequest.read(OpGasPriceOracle.ADDRESS, data), BlockSelector.LATEST);
    }

    private static Optional<Wei> wei(Reply<Bytes> reply) {
        return reply.got().flatMap(AbiFunction::word).map(Wei::new).filter(Plausible::fee);
    }

    /// Whether the contract itself said no. Error 3 is go-ethereum's for it (`internal/ethapi`,
    /// `revertError`); others say it in words.
    private static boolean isRevert(Reply<Bytes> reply) {
        return reply instanceof Reply.Refused<Bytes>(int code, String message, Optional<Bytes> data)
                && (code == 3
                        || data.isPresent()
                        || message.toLowerCase(Locale.ROOT).contains("revert"));
    }

    /// The whole quote.
    FeeQuote quote(GasPrice price, Gas estimated, Gas limit) {
        Wei expected = price.expected().times(estimated.amount());
        Wei most = price.most().times(limit.amount());
        return new FeeQuote(
                price,
                limit,
                new FeeParts(expected, l1Data, operator),
                new FeeParts(most, l1DataMost, operator),
                l1Share,
                missing.isEmpty() || missing.get() == Check.Kind.L1_SHARE_UNKNOWN);
    }
}
