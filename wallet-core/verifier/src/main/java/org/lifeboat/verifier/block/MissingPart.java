package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.trie.MissingNode;

/// What a witness lacks.
public sealed interface MissingPart {
    /// @param key what was to be read; none where the node was needed for the new root
    record Node(MissingNode node, Optional<StateKey> key) implements MissingPart {}

    /// The code with that hash.
    record Code(Hash32 hash) implements MissingPart {}

    /// The header of the block before it, with that hash.
    record Parent(Hash32 hash) implements MissingPart {}

    /// The headers that lead to the hash of the block with that number.
    record Ancestor(long number) implements MissingPart {}
}
