package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;

/// What a root on L1 commits to (version 0). Source: specification, proposals, "L2 Output Commitment
/// Construction".
/// @param messagePasserRoot the root of the message passer's storage
public record OutputRoot(Hash32 stateRoot, Hash32 messagePasserRoot, Hash32 blockHash) {
    /// From the header alone. Since: Isthmus, which put the message passer's storage root into `withdrawalsRoot`.
    /// @param header of an L2 block, its hash recomputed
    /// @return empty before Isthmus (no `requestsHash`), when the header does not hold that root
    public static Optional<OutputRoot> of(BlockHeader header) {
        return header.requestsHash().isEmpty()
                ? Optional.empty()
                : header.withdrawalsRoot().map(root -> new OutputRoot(header.stateRoot(), root, header.hash()));
    }

    /// The root as it stands on L1.
    public Hash32 hash() {
        return Keccak256.hash(
                Bytes.of(new byte[Hash32.SIZE]).plus(Abi.encode(fields())).toArray());
    }

    Abi.Item[] fields() {
        return new Abi.Item[] {Abi.word(stateRoot), Abi.word(messagePasserRoot), Abi.word(blockHash)};
    }
}
