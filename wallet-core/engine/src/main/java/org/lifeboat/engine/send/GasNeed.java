package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.RevertReason;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;

/// How much gas a transaction needs. Pure.
/// @param estimated what it will probably use
/// @param limit what it may use
/// @param checks the predicted failure, or that none could be predicted
record GasNeed(Gas estimated, Gas limit, List<Check> checks) {
    /// What a plain transfer between accounts costs on Ethereum and the OP Stack.
    /// Source: Yellow Paper, appendix G, `G_transaction`.
    static final Gas PLAIN_TRANSFER = new Gas(21_000);

    /// A fifth more than the estimate, because the state may change until the transaction is mined; what is
    /// not used is not paid. On Arbitrum this also covers a rising L1 price, which is paid in gas there.
    private static final int MARGIN_FIFTHS = 6;

    GasNeed {
        checks = List.copyOf(checks);
    }

    /// @return empty if the source gives no estimate and the user named no limit
    static Optional<GasNeed> of(Reply<Gas> reply, Optional<Gas> wanted, boolean surelyPlain) {
        return switch (reply) {
            case Reply.Got<Gas>(Gas estimate) ->
                Optional.of(new GasNeed(estimate, wanted.orElseGet(() -> withMargin(estimate)), List.of()));
            case Reply.Refused<Gas> refused -> {
                Check predicted = reason(refused);
                yield wanted.or(() -> surelyPlain ? Optional.of(PLAIN_TRANSFER) : Optional.empty())
                        .map(limit -> new GasNeed(limit, limit, List.of(predicted)));
            }
            case Reply.Failed<Gas> _ ->
                wanted.map(limit -> new GasNeed(limit, limit, List.of(Check.of(Check.Kind.GAS_NOT_ESTIMATED))));
        };
    }

    /// What was found here, where the source predicts a failure.
    /// @param enough with this limit it succeeds when it is tried out here
    static GasNeed tried(Gas enough, Reply.Refused<Gas> refused) {
        Gas limit = withMargin(enough);
        Check here = Check.of(Check.Kind.GAS_TRIED_HERE, Long.toString(limit.amount()), Long.toString(enough.amount()));
        return new GasNeed(enough, limit, List.of(reason(refused), here));
    }

    /// Why a call would fail: the contract's reason where it gave one, else the source's words.
    static Check reason(Reply.Refused<?> refused) {
        return switch (refused.data().map(RevertReason::of).orElseGet(RevertReason.None::new)) {
            case RevertReason.Words(String text) -> Check.of(Check.Kind.WILL_FAIL, text);
            case RevertReason.Panic(BigInteger code) -> Check.of(Check.Kind.WILL_FAIL_PANIC, "0x" + code.toString(16));
            case RevertReason.Custom(Bytes selector) -> Check.of(Check.Kind.WILL_FAIL_CODE, selector.toHex());
            case RevertReason.None _ -> Check.of(Check.Kind.WILL_FAIL, refused.message());
        };
    }

    private static Gas withMargin(Gas estimate) {
        return estimate.equals(PLAIN_TRANSFER)
                ? estimate
                : new Gas(Math.multiplyExact(estimate.amount(), MARGIN_FIFTHS) / 5);
    }
}
