package org.lifeboat.engine.fake;

import java.util.HashMap;
import java.util.Map;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// Headers as JSON-RPC writes them.
public final class HeaderClaims {
    private HeaderClaims() {}

    public static HeaderClaim of(BlockHeader header) {
        Map<String, String> fields = new HashMap<>();
        fields.put("parentHash", header.parentHash().toHex());
        fields.put("sha3Uncles", header.ommersHash().toHex());
        fields.put("miner", header.beneficiary().toHex());
        fields.put("stateRoot", header.stateRoot().toHex());
        fields.put("transactionsRoot", header.transactionsRoot().toHex());
        fields.put("receiptsRoot", header.receiptsRoot().toHex());
        fields.put("logsBloom", header.logsBloom().toHex());
        fields.put("difficulty", "0x0");
        fields.put("number", quantity(header.number()));
        fields.put("gasLimit", quantity(header.gasLimit().amount()));
        fields.put("gasUsed", quantity(header.gasUsed().amount()));
        fields.put("timestamp", quantity(header.unixSeconds()));
        fields.put("extraData", "0x");
        fields.put("mixHash", header.mixHash().toHex());
        fields.put("nonce", header.nonce().toHex());
        header.baseFeePerGas()
                .ifPresent(fee -> fields.put("baseFeePerGas", "0x" + fee.value().toString(16)));
        header.withdrawalsRoot().map(Hash32::toHex).ifPresent(root -> fields.put("withdrawalsRoot", root));
        header.blobGasUsed().map(Gas::amount).ifPresent(gas -> fields.put("blobGasUsed", quantity(gas)));
        header.excessBlobGas().map(Gas::amount).ifPresent(gas -> fields.put("excessBlobGas", quantity(gas)));
        header.parentBeaconBlockRoot().map(Hash32::toHex).ifPresent(root -> fields.put("parentBeaconBlockRoot", root));
        header.requestsHash().map(Hash32::toHex).ifPresent(hash -> fields.put("requestsHash", hash));
        return new HeaderClaim(header.hash(), fields);
    }

    private static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }
}
