package org.lifeboat.engine.send;

import java.util.Optional;
import java.util.function.Predicate;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// Takes a source's figures only where they can be calculated with. Far above anything a chain has asked; what is
/// dear and not absurd is shown, and judged by the user.
final class Plausible {
    /// 2^128 wei a unit of gas, or for a part of a fee; all ether together is less than 2^87 wei.
    private static final int MOST_FEE_BITS = 128;

    /// Source: OffchainLabs/nitro, `arbos/l2pricing`, `GethBlockGasLimit` = 2^50; no chain takes a larger block.
    private static final long MOST_GAS = 1L << 50;

    private Plausible() {}

    /// What the user wants that nobody could calculate with.
    static Optional<Check> absurd(SendOrder order) {
        Optional<Check> limit = order.gasLimit()
                .filter(gas -> gas.amount() > MOST_GAS)
                .map(gas -> Check.of(Check.Kind.GAS_LIMIT_ABSURD, Long.toString(gas.amount())));
        return limit.or(() -> order.price()
                .filter(price -> !fee(price.most()))
                .map(price -> Check.of(
                        Check.Kind.GAS_PRICE_ABSURD, price.most().value().toString())));
    }

    static boolean fee(Wei claimed) {
        return claimed.value().bitLength() <= MOST_FEE_BITS;
    }

    static Reply<Wei> price(Reply<Wei> reply) {
        return only(reply, Plausible::fee, "it names a fee that no chain asks");
    }

    static Reply<Gas> gas(Reply<Gas> reply) {
        return only(
                reply,
                gas -> gas.amount() >= GasNeed.PLAIN_TRANSFER.amount() && gas.amount() <= MOST_GAS,
                "it names less gas than any transaction takes, or more than fits into a block");
    }

    static Reply<FeeHistoryClaim> history(Reply<FeeHistoryClaim> reply) {
        return only(
                reply,
                history -> history.baseFees().stream().allMatch(Plausible::fee)
                        && history.rewards().stream()
                                .allMatch(block -> block.stream().allMatch(Plausible::fee)),
                "it names a fee that no chain asks");
    }

    private static <R> Reply<R> only(Reply<R> reply, Predicate<R> plausible, String otherwise) {
        return reply instanceof Reply.Got<R>(R claimed) && !plausible.test(claimed)
                ? new Reply.Failed<>(Reply.Failure.MALFORMED, otherwise)
                : reply;
    }
}
