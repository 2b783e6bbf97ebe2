package org.lifeboat.lightclient;

import java.util.Arrays;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// What a sync committee really signs. Source: phase0/beacon-chain.md `compute_domain`,
/// `compute_signing_root`.
public final class SigningDomain {
    /// `DOMAIN_SYNC_COMMITTEE`, altair/beacon-chain.md.
    private static final byte[] SYNC_COMMITTEE = {7, 0, 0, 0};

    private SigningDomain() {}

    /// @param signatureSlot the fork version is that of the slot before it
    public static Hash32 signingRoot(SszTree tree, BeaconNetwork network, BeaconHeader header, long signatureSlot) {
        long slot = Math.max(signatureSlot, 1) - 1;
        Bytes version = network.forks().versionAt(network.preset().epochAt(slot));
        Hash32 forkData = tree.container(List.of(tree.byteVector(version), network.genesisValidatorsRoot()));
        byte[] domain = Arrays.copyOf(SYNC_COMMITTEE, 32);
        System.arraycopy(forkData.toArray(), 0, domain, 4, 28);
        return tree.container(List.of(header.root(), Hash32.of(domain)));
    }
}
