package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What a derivation lacks to go on.
public sealed interface Need {
    /// The header of an L1 block, of which the caller knows that it is L1's. The only thing that is taken
    /// on trust. Where L1 has no such block yet, the derivation is at L1's head.
    /// @param hash where it is known already
    record L1Header(long number, Optional<Hash32> hash) implements Need {}

    /// All receipts of an L1 block, as the receipts trie holds them, from anybody.
    record L1Receipts(BlockRef block) implements Need {}

    /// All transactions of an L1 block, as the transactions trie holds them (EIP-2718), from anybody.
    record L1Transactions(BlockRef block) implements Need {}

    /// Blobs by what their transactions say of them, in this order, from anybody: beacon nodes keep them for
    /// weeks, archives for longer.
    record Blobs(BlockRef block, List<Hash32> versionedHashes) implements Need {
        public Blobs {
            versionedHashes = List.copyOf(versionedHashes);
        }
    }

    /// An L2 block with its transactions, and if possible blocks before it, newest first, from anybody.
    record L2Blocks(Hash32 newest) implements Need {}
}
