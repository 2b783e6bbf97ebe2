package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A rollup of the sandbox in the files that op-geth and op-node begin with: `genesis.json` (geth's form),
/// `rollup.json` (op-node's) and `l1.json` (the chain configuration of L1).
record SandboxFiles(Path folder) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Path genesis() {
        return folder.resolve("genesis.json");
    }

    Path rollup() {
        return folder.resolve("rollup.json");
    }

    Path l1() {
        return folder.resolve("l1.json");
    }

    void write(Rollup rollup) throws IOException {
        Files.writeString(genesis(), JSON.writeValueAsString(genesis(rollup)));
        Files.writeString(rollup(), JSON.writeValueAsString(RollupFiles.rollup(rollup)));
        Files.writeString(l1(), JSON.writeValueAsString(RollupFiles.l1()));
    }

    private static ObjectNode genesis(Rollup rollup) {
        BlockHeader head = rollup.node().history().at(0).orElseThrow().header();
        ObjectNode json = JSON.createObjectNode();
        json.set("config", RollupFiles.l2(rollup.plan()));
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
}
