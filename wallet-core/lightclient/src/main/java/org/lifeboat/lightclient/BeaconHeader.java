package org.lifeboat.lightclient;

import java.util.List;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.primitives.ssz.SszWriter;

/// `BeaconBlockHeader`. Source: consensus-specs, phase0/beacon-chain.md.
public record BeaconHeader(long slot, long proposerIndex, Hash32 parentRoot, Hash32 stateRoot, Hash32 bodyRoot) {
    static final int SIZE = 112;
    static final BeaconHeader EMPTY = new BeaconHeader(0, 0, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO);

    static BeaconHeader read(SszReader in) throws SszException {
        return new BeaconHeader(in.uint64(), in.uint64(), in.bytes32(), in.bytes32(), in.bytes32());
    }

    void write(SszWriter out) {
        out.uint64(slot)
                .uint64(proposerIndex)
                .bytes32(parentRoot)
                .bytes32(stateRoot)
                .bytes32(bodyRoot);
    }

    /// `hash_tree_root`: the beacon block root.
    public Hash32 root() {
        return new SszTree()
                .container(
                        List.of(SszTree.uint64(slot), SszTree.uint64(proposerIndex), parentRoot, stateRoot, bodyRoot));
    }

    boolean isEmpty() {
        return slot == 0
                && proposerIndex == 0
                && parentRoot.equals(Hash32.ZERO)
                && stateRoot.equals(Hash32.ZERO)
                && bodyRoot.equals(Hash32.ZERO);
    }
}
