package org.lifeboat.sandbox.node;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;

/// What people paid, for those who ask what to pay.
public final class FeeTable {
    /// What the node suggests as a tip: nobody competes for the sandbox's blocks. Unit: wei a gas.
    public static final Wei SUGGESTED_TIP = Wei.of(1_000_000_000);

    private FeeTable() {}

    /// The tips of a block at shares of its gas, the cheapest first: `reward` of `eth_feeHistory`.
    /// @param percentiles ascending, each from 0 to 100, in hundredths of a percent
    public static List<Wei> tips(SealedBlock block, List<Integer> percentiles) {
        List<ExecutedTransaction> cheapestFirst = block.transactions().stream()
                .sorted(Comparator.comparing(each -> tip(each, block)))
                .toList();
        List<Wei> tips = new ArrayList<>();
        long used = block.header().gasUsed().amount();
        for (int percentile : percentiles) {
            BigInteger threshold = BigInteger.valueOf(used)
                    .multiply(BigInteger.valueOf(percentile))
                    .divide(BigInteger.valueOf(10_000));
            tips.add(cheapestFirst.isEmpty() ? Wei.ZERO : tipAt(cheapestFirst, block, threshold.longValue()));
        }
        return tips;
    }

    private static Wei tipAt(List<ExecutedTransaction> cheapestFirst, SealedBlock block, long threshold) {
        long sum = 0;
        for (ExecutedTransaction each : cheapestFirst) {
            sum += each.gasUsed().amount();
            if (sum >= threshold) {
                return tip(each, block);
            }
        }
        return tip(cheapestFirst.getLast(), block);
    }

    private static Wei tip(ExecutedTransaction each, SealedBlock block) {
        return each.price().minus(block.baseFee()).orElse(Wei.ZERO);
    }
}
