package org.lifeboat.engine.send;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// Turns what a source says about recent blocks into a price offer. Pure.
///
/// What a source says here cannot be proven ahead of time; the fee is shown before signing, and the base fees
/// of the blocks we have a header of are held against it.
public final class FeeMarket {
    /// How many blocks are looked at.
    public static final int BLOCKS = 10;

    /// `maxFeePerGas` is this many times the next base fee, plus the tip. The base fee rises by at most 1/8 a
    /// block (EIP-1559, `BASE_FEE_MAX_CHANGE_DENOMINATOR` = 8), so the offer stays good for five full blocks:
    /// 1.125^5 = 1.80, 1.125^6 = 2.03.
    static final int BASE_FEE_HEADROOM = 2;

    /// The smallest tip that is offered, in wei. On a quiet chain nobody tips, but the pools of go-ethereum and
    /// op-geth take nothing below 1 wei (`legacypool.DefaultConfig.PriceLimit`), and go-ethereum's block builder
    /// leaves lying what tips less than a thousandth of a gwei (`miner.DefaultConfig.GasPrice`).
    static final Wei LEAST_TIP = Wei.of(1_000_000);

    private FeeMarket() {}

    /// The percentiles to ask for, in the order of [Speed].
    static List<Integer> percentiles() {
        return Arrays.stream(Speed.values()).map(Speed::percentile).toList();
    }

    /// @return empty if the history holds no base fee or no tips
    static Optional<GasPrice> fromHistory(FeeHistoryClaim history, Speed speed) {
        int column = percentiles().indexOf(speed.percentile());
        List<Wei> tips = history.rewards().stream()
                .filter(block -> block.size() > column)
                .map(block -> block.get(column))
                .sorted()
                .toList();
        if (history.baseFees().isEmpty() || tips.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(offer(history.baseFees().getLast(), tips.get(tips.size() / 2)));
    }

    /// Where there is no fee history: `eth_gasPrice` is base fee and tip together.
    static GasPrice fromGasPrice(Wei gasPrice, Optional<Wei> baseFee) {
        return baseFee.<GasPrice>map(base -> offer(base, gasPrice.minus(base).orElse(Wei.ZERO)))
                .orElseGet(() -> new GasPrice.Flat(gasPrice));
    }

    private static GasPrice offer(Wei nextBase, Wei usualTip) {
        Wei tip = usualTip.compareTo(LEAST_TIP) < 0 ? LEAST_TIP : usualTip;
        return new GasPrice.Dynamic(
                nextBase, tip, nextBase.times(BASE_FEE_HEADROOM).plus(tip));
    }

    /// The base fee that the history gives the block of `header`, if it covers it and says something else.
    static Optional<Wei> contradicts(FeeHistoryClaim history, BlockHeader header) {
        long index = header.number() - history.oldestBlock();
        Optional<Wei> known = header.baseFeePerGas();
        if (index < 0 || index >= history.baseFees().size() || known.isEmpty()) {
            return Optional.empty();
        }
        Wei said = history.baseFees().get((int) index);
        return said.equals(known.get()) ? Optional.empty() : Optional.of(said);
    }
}
