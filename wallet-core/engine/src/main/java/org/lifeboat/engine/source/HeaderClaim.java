package org.lifeboat.engine.source;

import java.util.Map;
import org.lifeboat.primitives.Hash32;

/// A block header as a source wrote it: every member of the JSON object that is a header field, as text.
///
/// Kept as names and texts on purpose: a member that this program does not know must lead to "update needed", and
/// can only do so if the decoder has not dropped it. [org.lifeboat.engine.claims] turns it into a
/// `primitives.block.BlockHeader` and recomputes the hash.
/// @param claimedHash the `hash` member
/// @param fields the members of the JSON object that are strings, by their JSON names, `hash` left out; body
/// members (`transactions`, `uncles`, `withdrawals`, `size`, `totalDifficulty`) left out
public record HeaderClaim(Hash32 claimedHash, Map<String, String> fields) {
    public HeaderClaim {
        fields = Map.copyOf(fields);
    }
}
