package org.lifeboat.sandbox.rollup;

import java.util.List;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.sandbox.world.PlayChain;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What tells a rollup of the sandbox from others, in the files by which programs know a chain: op-node's
/// `rollup.json`, and geth's configurations of both layers.
public final class RollupFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> BLOCKS = List.of(
            "homestead",
            "eip150",
            "eip155",
            "eip158",
            "byzantium",
            "constantinople",
            "petersburg",
            "istanbul",
            "muirGlacier",
            "berlin",
            "london",
            "arrowGlacier",
            "grayGlacier",
            "mergeNetsplit");

    private static final List<String> ETHEREUM = List.of("shanghai", "cancun", "prague", "osaka");

    private static final List<String> OP =
            List.of("regolith", "canyon", "ecotone", "fjord", "granite", "holocene", "isthmus", "jovian", "karst");

    private RollupFiles() {}

    /// As op-node reads it.
    public static ObjectNode rollup(Rollup rollup) {
        RollupConfig config = rollup.config();
        ObjectNode json = JSON.createObjectNode();
        ObjectNode genesis = json.putObject("genesis");
        genesis.putObject("l1")
                .put("hash", config.genesis().l1().hash().toHex())
                .put("number", config.genesis().l1().number());
        genesis.putObject("l2").put("hash", config.genesis().l2Hash().toHex()).put("number", 0);
        genesis.put("l2_time", config.genesis().l2UnixSeconds());
        genesis.set("system_config", system(config.genesis().config()));
        json.put("block_time", config.chain().blockSeconds());
        json.put("max_sequencer_drift", config.limits().sequencerDrift());
        json.put("seq_window_size", config.limits().sequencingWindow());
        json.put("channel_timeout", config.limits().channelTimeout());
        json.put("l1_chain_id", PlayChain.ID.value());
        json.put("l2_chain_id", rollup.plan().chain().value());
        OP.forEach(fork -> json.put(fork + "_time", 0));
        json.put("delta_time", 0);
        json.put("batch_inbox_address", config.contracts().batchInbox().toHex());
        json.put("deposit_contract_address", config.contracts().portal().toHex());
        json.put("l1_system_config_address", config.contracts().systemConfig().toHex());
        json.set("chain_op_config", fees());
        return json;
    }

    private static ObjectNode system(SystemConfig config) {
        return JSON.createObjectNode()
                .put("batcherAddr", config.batcher().toHex())
                .put("overhead", config.overhead().toHex())
                .put("scalar", config.scalar().toHex())
                .put("gasLimit", config.gasLimit())
                .put("eip1559Params", "0x%08x%08x".formatted(config.denominator(), config.elasticity()))
                .put("operatorFeeParams", Hash32.ZERO.toHex())
                .put("minBaseFee", config.leastBaseFee())
                .put("daFootprintGasScalar", 0);
    }

    /// Geth's configuration of L1.
    public static ObjectNode l1() {
        ObjectNode json = forks(PlayChain.ID.value());
        json.put("depositContractAddress", "0x" + "0".repeat(40));
        ObjectNode blobs = json.putObject("blobSchedule");
        // Source: EIP-4844, EIP-7691.
        blobs.set("cancun", schedule(3, 6, 3_338_477));
        blobs.set("prague", schedule(6, 9, 5_007_716));
        blobs.set("osaka", schedule(6, 9, 5_007_716));
        return json;
    }

    private static ObjectNode schedule(int target, int maximum, long fraction) {
        return JSON.createObjectNode().put("target", target).put("max", maximum).put("baseFeeUpdateFraction", fraction);
    }

    /// Geth's configuration of the L2, as op-geth reads it.
    public static ObjectNode l2(RollupPlan plan) {
        ObjectNode chain = forks(plan.chain().value());
        chain.put("bedrockBlock", 0);
        OP.forEach(fork -> chain.put(fork + "Time", 0));
        chain.set("optimism", fees());
        return chain;
    }

    /// As op-geth begins with it: the first block's fields, and every account.
    public static ObjectNode genesis(Rollup rollup) {
        BlockHeader head = rollup.node().history().at(0).orElseThrow().header();
        ObjectNode json = JSON.createObjectNode();
        json.set("config", l2(rollup.plan()));
        json.put("nonce", "0x0");
        json.put("timestamp", hex(head.unixSeconds()));
        json.put("extraData", head.extraData().toHex());
        json.put("gasLimit", hex(head.gasLimit().amount()));
        json.put("difficulty", "0x0");
        json.put("mixHash", head.mixHash().toHex());
        json.put("coinbase", head.beneficiary().toHex());
        json.put("number", "0x0");
        json.put("gasUsed", "0x0");
        json.put("parentHash", Hash32.ZERO.toHex());
        json.put(
                "baseFeePerGas",
                "0x" + head.baseFeePerGas().orElseThrow().value().toString(16));
        json.put("blobGasUsed", "0x0");
        json.put("excessBlobGas", "0x0");
        ObjectNode accounts = json.putObject("alloc");
        rollup.beginning().forEach((address, account) -> {
            ObjectNode each = accounts.putObject(address.toHex());
            each.put("nonce", hex(account.nonce()));
            each.put("balance", "0x" + account.balance().value().toString(16));
            each.put("code", account.code().toHex());
            ObjectNode storage = each.putObject("storage");
            account.storage().forEach((slot, value) -> storage.put(slot.toHex(), value.toHex()));
        });
        return json;
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private static ObjectNode forks(long chain) {
        ObjectNode json = JSON.createObjectNode();
        json.put("chainId", chain);
        BLOCKS.forEach(fork -> json.put(fork + "Block", 0));
        json.put("terminalTotalDifficulty", 0);
        ETHEREUM.forEach(fork -> json.put(fork + "Time", 0));
        return json;
    }

    private static ObjectNode fees() {
        return JSON.createObjectNode()
                .put("eip1559Elasticity", 6)
                .put("eip1559Denominator", 50)
                .put("eip1559DenominatorCanyon", 250);
    }
}
