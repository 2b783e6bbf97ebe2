package org.lifeboat.sandbox.rpc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Gas;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.FeeTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What to pay.
final class FeeMethods {
    /// Source: execution-apis, `eth_feeHistory`: between 1 and 1024 blocks in a single query.
    private static final long MOST_BLOCKS = 1_024;

    /// Source: geth, eth/gasprice/feehistory.go, `maxQueryLimit`.
    private static final int MOST_PERCENTILES = 100;

    private static final int RATIO_DIGITS = 10;

    private final ChainNode node;
    private final Blocks blocks;

    FeeMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of(
                "eth_gasPrice",
                        _ -> Shown.text(Shown.quantity(
                                node.baseFeeAfter(node.history().newest()).plus(FeeTable.SUGGESTED_TIP))),
                "eth_maxPriorityFeePerGas", _ -> Shown.text(Shown.quantity(FeeTable.SUGGESTED_TIP)),
                "eth_baseFee",
                        _ -> Shown.text(
                                Shown.quantity(node.baseFeeAfter(node.history().newest()))),
                "eth_blobBaseFee",
                        _ -> Shown.text(Shown.quantity(Environments.blobBaseFee(
                                node.settings(), node.history().newest().header()))),
                "eth_feeHistory", this::history);
    }

    private JsonNode history(Params params) {
        long wanted = Math.min(MOST_BLOCKS, params.required(0, Params::plainNumber));
        SealedBlock last =
                params.required(1, blocks::byNumber).orElseThrow(() -> RpcFault.server("request beyond head block"));
        List<Integer> percentiles = params.optional(2, value -> Params.items(value, FeeMethods::percentile))
                .orElse(List.of());
        requireAscending(percentiles);
        long first = Math.max(0, last.number() - wanted + 1);
        ObjectNode json = Shown.object();
        json.put("oldestBlock", Shown.quantity(wanted == 0 ? 0 : first));
        ArrayNode used = json.putArray("gasUsedRatio");
        if (wanted == 0) {
            return json;
        }
        ArrayNode fees = json.putArray("baseFeePerGas");
        ArrayNode blobFees = json.putArray("baseFeePerBlobGas");
        ArrayNode blobsUsed = json.putArray("blobGasUsedRatio");
        ArrayNode rewards = percentiles.isEmpty() ? Shown.list() : json.putArray("reward");
        for (long number = first; number <= last.number(); number++) {
            SealedBlock block = node.history().at(number).orElseThrow();
            fees.add(Shown.quantity(block.baseFee()));
            blobFees.add(Shown.quantity(Environments.blobBaseFee(node.settings(), block.header())));
            used.add(ratio(block.header().gasUsed(), block.header().gasLimit()));
            Gas blobGas = block.header().blobGasUsed().orElse(new Gas(0));
            blobsUsed.add(ratio(blobGas, new Gas(Math.max(1, node.settings().blobGasLimit()))));
            ArrayNode row = rewards.addArray();
            FeeTable.tips(block, percentiles).forEach(tip -> row.add(Shown.quantity(tip)));
        }
        fees.add(Shown.quantity(node.baseFeeAfter(last)));
        blobFees.add(Shown.quantity(Environments.blobBaseFee(node.settings(), last.header())));
        return json;
    }

    private static BigDecimal ratio(Gas used, Gas limit) {
        return BigDecimal.valueOf(used.amount())
                .divide(BigDecimal.valueOf(limit.amount()), RATIO_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /// In hundredths of a percent.
    private static int percentile(JsonNode value) {
        Optional<BigDecimal> number = value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
        BigDecimal percent = number.filter(each -> each.scale() <= 100 && each.precision() <= 100)
                .filter(each -> each.signum() >= 0 && each.compareTo(BigDecimal.valueOf(100)) <= 0)
                .orElseThrow(() -> new IllegalArgumentException("a percentile is a number from 0 to 100"));
        return percent.movePointRight(2).setScale(0, RoundingMode.DOWN).intValueExact();
    }

    private static void requireAscending(List<Integer> percentiles) {
        if (percentiles.size() > MOST_PERCENTILES) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "over the query limit " + MOST_PERCENTILES);
        }
        for (int i = 1; i < percentiles.size(); i++) {
            if (percentiles.get(i) < percentiles.get(i - 1)) {
                throw RpcFault.server("invalid reward percentile: not ascending");
            }
        }
    }
}
