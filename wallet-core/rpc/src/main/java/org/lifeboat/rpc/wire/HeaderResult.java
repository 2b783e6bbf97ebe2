package org.lifeboat.rpc.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;

/// Reads `eth_getBlockByNumber` and `eth_getBlockByHash`. Keeps members that this program does not know:
/// whether one of them belongs to the header can only be found out by recomputing the hash.
final class HeaderResult {
    /// Members that describe the body or the block's place among others; they are not part of the hashed header.
    /// execution-apis, src/schemas/block.yaml; `totalDifficulty` is from before the merge.
    private static final Set<String> NOT_IN_HEADER =
            Set.of("hash", "transactions", "uncles", "withdrawals", "size", "totalDifficulty");

    private HeaderResult() {}

    static Optional<HeaderClaim> read(BlockSelector asked, Value block) {
        if (block.isNull()) {
            return Optional.empty();
        }
        Hash32 hash = block.member("hash").word();
        long number = block.member("number").number();
        switch (asked) {
            case BlockSelector.ByHash(Hash32 wanted) -> Result.same(wanted, hash, "block");
            case BlockSelector.AtNumber(long wanted) -> Result.same(wanted, number, "block");
            case BlockSelector.Tag _ -> {}
        }
        return Optional.of(new HeaderClaim(hash, fields(block)));
    }

    private static Map<String, String> fields(Value block) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : block.node().properties()) {
            JsonNode value = member.getValue();
            if (!NOT_IN_HEADER.contains(member.getKey()) && !value.isNull()) {
                // A member that is no text is none of the known header fields; its JSON text keeps it visible.
                fields.put(member.getKey(), value.isString() ? value.stringValue() : value.toString());
            }
        }
        return fields;
    }
}
