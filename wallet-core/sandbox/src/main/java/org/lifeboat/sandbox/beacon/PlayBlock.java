package org.lifeboat.sandbox.beacon;

import java.util.Optional;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;

/// One beacon block with the part of its state that light clients prove things in.
/// @param root the beacon block root
/// @param finalized the block that its state holds as final; empty: the state holds a zero root, as after
/// genesis
/// @param history what its state keeps of older blocks; empty where that is left out
record PlayBlock(
        LightClientHeader header,
        Hash32 root,
        SparseTree state,
        Fork fork,
        Optional<LightClientHeader> finalized,
        Optional<PlayHistory> history) {
    long slot() {
        return header.beacon().slot();
    }
}
