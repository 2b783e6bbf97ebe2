package org.lifeboat.lightclient;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.primitives.ssz.SszWriter;

/// `SyncCommittee`: the public keys of the validators that sign headers for one period. Source:
/// altair/beacon-chain.md.
/// @param keys the compressed keys one after another, 48 bytes each
/// @param aggregateKey the sum of all keys, compressed; part of the state, so as well proven as the keys
/// themselves
public record SyncCommittee(Bytes keys, Bytes aggregateKey) {
    /// A compressed BLS12-381 G1 point, `BLSPubkey`.
    public static final int KEY_SIZE = 48;

    static SyncCommittee read(SszReader in, int members) throws SszException {
        return new SyncCommittee(in.take(members * KEY_SIZE), in.take(KEY_SIZE));
    }

    static SyncCommittee empty(int members) {
        return new SyncCommittee(Bytes.of(new byte[members * KEY_SIZE]), Bytes.of(new byte[KEY_SIZE]));
    }

    void write(SszWriter out) {
        out.put(keys).put(aggregateKey);
    }

    static int size(int members) {
        return (members + 1) * KEY_SIZE;
    }

    /// `hash_tree_root`.
    public Hash32 root(SszTree tree) {
        int members = keys.size() / KEY_SIZE;
        List<Hash32> keyRoots = new ArrayList<>(members);
        for (int i = 0; i < members; i++) {
            keyRoots.add(tree.byteVector(keys.slice(i * KEY_SIZE, (i + 1) * KEY_SIZE)));
        }
        return tree.container(List.of(tree.container(keyRoots), tree.byteVector(aggregateKey)));
    }
}
