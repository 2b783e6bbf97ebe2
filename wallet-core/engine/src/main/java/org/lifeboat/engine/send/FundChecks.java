package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;

/// Is there enough, now and for the way out? Pure.
final class FundChecks {
    private FundChecks() {}

    /// @param coin what the sender holds of the native coin
    /// @param token what it holds of the token, where one is sent
    static List<Check> enough(
            Network network, Asset asset, BigInteger units, FeeQuote fee, Wei coin, Optional<BigInteger> token) {
        List<Check> checks =
                new ArrayList<>(missing(network, asset, units, fee.most().total(), coin, token));
        boolean coinSent = asset instanceof Asset.Coin;
        if (coinSent && units.signum() > 0 && fee.expected().total().value().compareTo(units) > 0) {
            checks.add(Check.of(Check.Kind.FEE_ABOVE_AMOUNT));
        }
        return checks;
    }

    /// What is not there.
    /// @param fee the most it can become; zero while it is not known
    static List<Check> missing(
            Network network, Asset asset, BigInteger units, Wei fee, Wei coin, Optional<BigInteger> token) {
        List<Check> checks = new ArrayList<>();
        BigInteger coinNeeded = switch (asset) {
            case Asset.Coin _ -> fee.value().add(units);
            case Asset.Erc20 _ -> fee.value();
        };
        BigInteger missing = coinNeeded.subtract(coin.value());
        if (missing.signum() > 0) {
            // Amount and fee together can be more than any account could ever hold.
            BigInteger shown = missing.min(TokenAmount.LARGEST_UNITS);
            checks.add(Check.of(Check.Kind.COIN_MISSING, coins(network, new TokenAmount(shown, 18))));
        }
        token.map(units::subtract)
                .filter(gap -> gap.signum() > 0)
                .ifPresent(gap -> checks.add(Check.of(
                        Check.Kind.TOKEN_MISSING,
                        new TokenAmount(gap, asset.decimals()).toExactString(),
                        asset.symbol())));
        return checks;
    }

    /// Why *max* comes to nothing.
    /// @param kept for a way out
    static Check nothingLeft(Network network, Wei balance, Wei fee, Wei kept) {
        return balance.compareTo(fee) > 0
                ? Check.of(Check.Kind.WAY_OUT_TAKES_ALL, coins(network, kept.toTokenAmount()))
                : Check.of(Check.Kind.COIN_MISSING, coins(network, fee.toTokenAmount()));
    }

    /// With its unit.
    static String coins(Network network, TokenAmount amount) {
        return amount.toExactString() + " " + network.coinSymbol();
    }

    /// What stays behind for a way out where *max* is sent.
    /// @return zero where no L2 above this network is watched, or it was said that it need not stay
    static Wei kept(SendOrder order, SendPlace place, GasPrice price) {
        boolean wanted = order.asset() instanceof Asset.Coin
                && order.amount() instanceof SendAmount.Max(boolean keepWayOut)
                && keepWayOut;
        return wanted && place.isBelowL2() ? Readiness.needed(price.expected()) : Wei.ZERO;
    }

    /// Whether L1 keeps enough for a way out from the L2s above it: as much as *max* leaves and readiness asks for.
    /// @param leftHere the sender's coin on this network after the transaction
    static List<Check> wayOut(Network network, Wei leftHere, GasPrice price, Optional<Wei> coinOnL1) {
        return switch (network.layer()) {
            case Network.Layer.L1 _ -> {
                Wei needed = Readiness.needed(price.expected());
                yield leftHere.compareTo(needed) >= 0
                        ? List.of()
                        : List.of(Check.of(
                                Check.Kind.WAY_OUT_SHORT,
                                coins(network, leftHere.toTokenAmount()),
                                coins(network, needed.toTokenAmount())));
            }
            // The price on L1 is not known here; nothing at all is certainly too little.
            case Network.Layer.L2 _ ->
                coinOnL1.map(coin -> coin.isZero() ? List.of(Check.of(Check.Kind.WAY_OUT_NOTHING)) : List.<Check>of())
                        .orElseGet(() -> List.of(Check.of(Check.Kind.WAY_OUT_UNKNOWN)));
            case Network.Layer.Sidechain _, Network.Layer.Unstated _ -> List.of();
        };
    }
}
