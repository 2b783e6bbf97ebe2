package org.lifeboat.engine.chaincheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpForks;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What tells a chain of the OP Stack from another, as op-node reads it: `rollup.json`, and beside it geth's
/// configuration of an L1 that is not public. Source: optimism, `op-node/rollup/types.go`, `Config`.
public final class RollupFile {
    private static final Map<OpFork, String> TIMES = Map.of(
            OpFork.CANYON, "canyon_time",
            OpFork.ECOTONE, "ecotone_time",
            OpFork.FJORD, "fjord_time",
            OpFork.GRANITE, "granite_time",
            OpFork.HOLOCENE, "holocene_time",
            OpFork.ISTHMUS, "isthmus_time",
            OpFork.JOVIAN, "jovian_time",
            OpFork.KARST, "karst_time");

    /// Forks that change derivation alone, or came before all blocks that are read here.
    private static final List<String> OTHER_TIMES = List.of("regolith_time", "delta_time", "pectra_blob_schedule_time");

    private RollupFile() {}

    /// @param l1Config geth's configuration of the L1; empty: its own forks where it is public, else the
    /// newest
    /// @return refuted: it is no such file; unknown: the chain keeps its data elsewhere than on L1
    public static Answer<RollupConfig> read(String rollup, Optional<String> l1Config) {
        try {
            JsonNode root = JsonMapper.shared().readTree(rollup);
            if (root.hasNonNull("alt_da")) {
                return new Answer.Unknown<>(
                        Answer.Cause.UPDATE_NEEDED, "this chain keeps its data elsewhere than on L1");
            }
            ForkSchedule l1 = l1Config.map(JsonMapper.shared()::readTree)
                    .map(RollupFile::l1)
                    .orElseGet(() -> l1Of(new ChainId(number(root, "l1_chain_id"))));
            return new Answer.Proven<>(config(root, l1));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | ArithmeticException e) {
            return new Answer.Refuted<>("no rollup.json as op-node reads it: " + e.getMessage());
        }
    }

    /// The forks of an L1. One that nobody described is taken to run the newest rules.
    static ForkSchedule l1Of(ChainId l1) {
        return EthereumChain.of(l1)
                .map(EthereumChain::forks)
                .orElseGet(() -> new ForkSchedule(List.of(EthereumChain.NEWEST)));
    }

    private static RollupConfig config(JsonNode root, ForkSchedule l1) {
        JsonNode genesis = root.path("genesis");
        return new RollupConfig(
                chain(root),
                new RollupConfig.Genesis(
                        new RollupConfig.Origin(number(genesis.path("l1"), "number"), hash(genesis.path("l1"), "hash")),
                        number(genesis.path("l2"), "number"),
                        hash(genesis.path("l2"), "hash"),
                        number(genesis, "l2_time"),
                        system(genesis.path("system_config"))),
                new RollupConfig.Contracts(
                        address(root, "batch_inbox_address"),
                        address(root, "deposit_contract_address"),
                        address(root, "l1_system_config_address")),
                new RollupConfig.Limits(
                        number(root, "seq_window_size"),
                        number(root, "channel_timeout"),
                        number(root, "max_sequencer_drift")),
                time(root, "delta_time"),
                time(root, "pectra_blob_schedule_time"),
                l1,
                root.path("keep_karst_upgrade_gas").asBoolean(false),
                false);
    }

    /// What of the file matters to running blocks.
    /// @throws IllegalArgumentException if it is not such a file
    public static OpChain chain(JsonNode root) {
        Map<OpFork, Long> times = new EnumMap<>(OpFork.class);
        TIMES.forEach((fork, name) -> time(root, name).ifPresent(at -> times.put(fork, at)));
        JsonNode fees = root.path("chain_op_config");
        return new OpChain(
                new ChainId(number(root, "l2_chain_id")),
                new OpForks(times),
                new FeeParameters.Defaults(
                        number(fees, "eip1559Denominator"),
                        number(fees, "eip1559DenominatorCanyon"),
                        number(fees, "eip1559Elasticity")),
                number(root, "block_time"),
                newerFork(root));
    }

    /// When the first fork begins that is not known here.
    private static Optional<Long> newerFork(JsonNode root) {
        return root.propertyNames().stream()
                .filter(name -> name.endsWith("_time"))
                .filter(name -> !name.equals("block_time"))
                .filter(name -> !TIMES.containsValue(name) && !OTHER_TIMES.contains(name))
                .flatMap(name -> time(root, name).stream())
                .min(Comparator.naturalOrder());
    }

    private static SystemConfig system(JsonNode node) {
        BigInteger fees = large(node, "eip1559Params");
        BigInteger operator = large(node, "operatorFeeParams");
        return new SystemConfig(
                address(node, "batcherAddr"),
                hash(node, "overhead"),
                hash(node, "scalar"),
                number(node, "gasLimit"),
                fees.shiftRight(32).longValue(),
                fees.longValue() & 0xffff_ffffL,
                operator.shiftRight(64).longValue(),
                operator.longValue(),
                node.path("minBaseFee").asLong(0),
                node.path("daFootprintGasScalar").asInt(0));
    }

    /// When which schedule of blobs begins. Source: go-ethereum, `params/config.go`, `ChainConfig`.
    private static ForkSchedule l1(JsonNode config) {
        List<ForkSchedule.Step> steps = new ArrayList<>();
        config.path("blobSchedule")
                .propertyStream()
                .forEach(entry -> time(config, entry.getKey() + "Time")
                        .ifPresent(at -> steps.add(new ForkSchedule.Step(
                                0,
                                at,
                                fork(entry.getKey()),
                                new BlobSchedule(
                                        number(entry.getValue(), "target"),
                                        number(entry.getValue(), "max"),
                                        number(entry.getValue(), "baseFeeUpdateFraction"))))));
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the configuration of the L1 names no schedule of blobs");
        }
        steps.sort(Comparator.comparingLong(ForkSchedule.Step::fromTime).thenComparing(ForkSchedule.Step::fork));
        return new ForkSchedule(steps);
    }

    private static Fork fork(String name) {
        return switch (name) {
            case "cancun" -> Fork.CANCUN;
            case "prague" -> Fork.PRAGUE;
            default -> Fork.OSAKA;
        };
    }

    private static long number(JsonNode node, String name) {
        if (!node.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("no number " + name);
        }
        return node.path(name).longValue();
    }

    private static BigInteger large(JsonNode node, String name) {
        String text = node.path(name).asString("0x0");
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    private static Hash32 hash(JsonNode node, String name) {
        return Hash32.fromHex(node.path(name).asString(""));
    }

    private static Address address(JsonNode node, String name) {
        return Address.fromHex(node.path(name).asString(""));
    }

    private static Optional<Long> time(JsonNode root, String name) {
        return root.path(name).isIntegralNumber() ? Optional.of(root.path(name).longValue()) : Optional.empty();
    }
}
