package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.opstack.WitnessedBlock;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;

/// Reads what op-node reads: its `rollup.json`, and the bundles of an upgrade's transactions.
final class RollupJson {
    private RollupJson() {}

    /// @param l1 the forks of the L1 below
    static RollupConfig config(JsonNode root, ForkSchedule l1) {
        JsonNode genesis = root.get("genesis");
        return new RollupConfig(
                WitnessedBlock.chain(root),
                new RollupConfig.Genesis(
                        new RollupConfig.Origin(
                                genesis.at("/l1/number").longValue(),
                                Hash32.fromHex(genesis.at("/l1/hash").asString())),
                        genesis.at("/l2/number").longValue(),
                        Hash32.fromHex(genesis.at("/l2/hash").asString()),
                        genesis.get("l2_time").longValue(),
                        system(genesis.get("system_config"))),
                new RollupConfig.Contracts(
                        address(root, "batch_inbox_address"),
                        address(root, "deposit_contract_address"),
                        address(root, "l1_system_config_address")),
                new RollupConfig.Limits(
                        root.get("seq_window_size").longValue(),
                        root.get("channel_timeout").longValue(),
                        root.get("max_sequencer_drift").longValue()),
                time(root, "delta_time"),
                time(root, "pectra_blob_schedule_time"),
                l1,
                root.has("keep_karst_upgrade_gas")
                        && root.get("keep_karst_upgrade_gas").booleanValue());
    }

    /// The newest schedule of blobs that an L1 begins with (`l1-chain-config.json`, as geth reads it).
    static ForkSchedule l1(JsonNode config) {
        JsonNode schedule = config.at("/blobSchedule/osaka");
        BlobSchedule blobs = new BlobSchedule(
                schedule.get("target").longValue(),
                schedule.get("max").longValue(),
                schedule.get("baseFeeUpdateFraction").longValue());
        return ForkSchedule.always(Fork.OSAKA).blobsAtTime(0, blobs);
    }

    private static SystemConfig system(JsonNode node) {
        BigInteger fees = number(node, "eip1559Params");
        BigInteger operator = number(node, "operatorFeeParams");
        return new SystemConfig(
                address(node, "batcherAddr"),
                Hash32.fromHex(node.get("overhead").asString()),
                Hash32.fromHex(node.get("scalar").asString()),
                node.get("gasLimit").longValue(),
                fees.shiftRight(32).longValue(),
                fees.longValue() & 0xffff_ffffL,
                operator.shiftRight(64).longValue(),
                operator.longValue(),
                node.has("minBaseFee") ? node.get("minBaseFee").longValue() : 0,
                node.has("daFootprintGasScalar")
                        ? node.get("daFootprintGasScalar").intValue()
                        : 0);
    }

    /// @param fork whose bundle it is; its name stands in front of each intent
    static Upgrades upgrades(JsonNode bundle, OpFork fork, String name) {
        List<Upgrades.Transaction> transactions = new ArrayList<>();
        for (JsonNode each : bundle.get("transactions").values()) {
            transactions.add(new Upgrades.Transaction(
                    "%s %d: %s"
                            .formatted(
                                    name,
                                    transactions.size(),
                                    each.get("intent").asString()),
                    address(each, "from"),
                    Optional.ofNullable(each.get("to"))
                            .filter(to -> !to.isNull())
                            .map(to -> Address.fromHex(to.asString())),
                    new Gas(each.get("gasLimit").longValue()),
                    Bytes.fromHex(each.get("data").asString())));
        }
        return new Upgrades(Map.of(fork, transactions));
    }

    private static BigInteger number(JsonNode node, String name) {
        return node.has(name) ? new BigInteger(node.get(name).asString().substring(2), 16) : BigInteger.ZERO;
    }

    private static Address address(JsonNode node, String name) {
        return Address.fromHex(node.get(name).asString());
    }

    private static Optional<Long> time(JsonNode root, String name) {
        return Optional.ofNullable(root.get(name)).filter(JsonNode::isNumber).map(JsonNode::longValue);
    }
}
