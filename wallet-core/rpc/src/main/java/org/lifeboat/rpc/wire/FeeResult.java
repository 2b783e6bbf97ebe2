package org.lifeboat.rpc.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.primitives.Wei;

/// Reads `eth_feeHistory`.
final class FeeResult {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /// Digits after the point. A larger scale (1e-999999999) would make rounding run for hours.
    private static final int LONGEST_FRACTION = 100;

    private FeeResult() {}

    static FeeHistoryClaim read(Query.FeeHistoryOf asked, Value history) {
        List<Wei> baseFees = history.member("baseFeePerGas").list(Value::wei);
        List<Integer> used = history.member("gasUsedRatio").list(FeeResult::permille);
        List<List<Wei>> rewards = history.member("reward")
                .optional(rows -> rows.list(row -> row.list(Value::wei)))
                .orElse(List.of());
        if (used.isEmpty() || used.size() > asked.blocks() || baseFees.size() != used.size() + 1) {
            throw history.wrong("has lists that do not fit together");
        }
        boolean rewardsFit = asked.percentiles().isEmpty()
                || (rewards.size() == used.size()
                        && rewards.stream()
                                .allMatch(
                                        row -> row.size() == asked.percentiles().size()));
        if (!rewardsFit) {
            throw history.wrong("has a reward list that does not fit the percentiles asked");
        }
        return new FeeHistoryClaim(history.member("oldestBlock").number(), baseFees, used, rewards);
    }

    private static int permille(Value ratio) {
        // A number too large for its binary form was read as infinite, and has no decimal form.
        boolean infinite =
                ratio.node().isDouble() && Double.isInfinite(ratio.node().doubleValue());
        if (!ratio.node().isNumber() || infinite) {
            throw ratio.wrong("is no number");
        }
        BigDecimal share = ratio.node().decimalValue();
        if (share.scale() > LONGEST_FRACTION || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw ratio.wrong("is not a usual number between 0 and 1");
        }
        return share.multiply(THOUSAND).setScale(0, RoundingMode.DOWN).intValueExact();
    }
}
