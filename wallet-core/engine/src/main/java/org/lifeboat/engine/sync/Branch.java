package org.lifeboat.engine.sync;

import java.util.List;
import org.lifeboat.primitives.Hash32;

/// A node of a Merkle tree with what stands beside the way up from it. Still only a claim.
/// @param siblings from beside `leaf` up to below the root
public record Branch(Hash32 leaf, List<Hash32> siblings) {
    public Branch {
        siblings = List.copyOf(siblings);
    }
}
