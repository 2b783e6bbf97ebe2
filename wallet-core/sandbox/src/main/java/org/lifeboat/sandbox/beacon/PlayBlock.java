package org.lifeboat.sandbox.beacon;

import java.util.List;
import java.util.Optional;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;
import org.lifeboat.primitives.ssz.SszTree;

/// One beacon block with the part of its state that light clients prove things in.
/// @param root the beacon block root
/// @param finalized the block that its state holds as final; empty: the state holds a zero root, as after
/// genesis
/// @param payload whole, also where the header carries none of it
/// @param history what its state keeps of older blocks; empty where that is left out
record PlayBlock(
        LightClientHeader header,
        Hash32 root,
        SparseTree state,
        Fork fork,
        Optional<LightClientHeader> finalized,
        ExecutionHeader payload,
        Optional<PlayHistory> history) {
    /// `execution_payload` among the leaves of a body from Bellatrix to Fulu.
    static final int PAYLOAD = 25;

    private static final int FIELDS_BEFORE_WITHDRAWALS = 14;

    long slot() {
        return header.beacon().slot();
    }

    /// The leaves of its payload, in the shape of the fork. Source: `ExecutionPayload` of bellatrix (fourteen fields),
    /// capella (fifteen) and deneb/beacon-chain.md (seventeen).
    static List<Hash32> payloadFields(ExecutionHeader payload, Fork fork, SszTree tree) {
        List<Hash32> fields = payload.fieldRoots(tree, fork.compareTo(Fork.DENEB) >= 0);
        return fork == Fork.BELLATRIX ? fields.subList(0, FIELDS_BEFORE_WITHDRAWALS) : fields;
    }
}
