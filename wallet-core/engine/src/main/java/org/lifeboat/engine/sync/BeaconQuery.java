package org.lifeboat.engine.sync;

import java.util.List;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// One question to a beacon node, with the type of its answer. Source: ethereum/beacon-APIs.
/// @param <R> what a well-formed answer says; still only a claim
public sealed interface BeaconQuery<R> {
    /// `light_client/bootstrap/{root}`.
    record BootstrapOf(Hash32 root) implements BeaconQuery<Versioned<Bootstrap>> {}

    /// `light_client/updates`: one a period, as many as the node has.
    /// @param count at most 128 (`MAX_REQUEST_LIGHT_CLIENT_UPDATES`)
    record UpdatesFrom(long period, int count) implements BeaconQuery<List<Versioned<Update>>> {}

    /// `light_client/finality_update`.
    record FinalityUpdate() implements BeaconQuery<Versioned<Update>> {}

    /// `light_client/optimistic_update`.
    record OptimisticUpdate() implements BeaconQuery<Versioned<Update>> {}

    /// `headers/{slot}`; refused with 404 where the slot is empty.
    record HeaderAt(long slot) implements BeaconQuery<BeaconHeader> {}

    /// `proof/state/{slot}`: a branch of the state after the block of that slot. Not of ethereum/beacon-APIs:
    /// Lodestar offers it, and what other nodes answer is a refusal.
    /// @param index a generalized index (consensus-specs, ssz/merkle-proofs.md)
    record StateBranch(long slot, long index) implements BeaconQuery<Branch> {}

    /// `proof/block/{slot}`: a branch of a beacon block; as [StateBranch].
    record BlockBranch(long slot, long index) implements BeaconQuery<Branch> {}

    /// `config/spec` and `genesis`: what the node says the network is.
    record ConfigOf() implements BeaconQuery<BeaconNetwork> {}

    /// `config/spec` and `genesis`, no more of them than it takes to count slots: archives of blobs serve only that.
    record TimesOf() implements BeaconQuery<SlotTimes> {}

    /// `blobs/{slot}`: those of the block in that slot that have these versioned hashes.
    record BlobsAt(long slot, List<Hash32> versionedHashes) implements BeaconQuery<List<Bytes>> {
        public BlobsAt {
            versionedHashes = List.copyOf(versionedHashes);
        }
    }

    /// `blob_sidecars/{slot}`: all blobs of the block in that slot, as nodes of before Fulu and archives have them.
    record SidecarsAt(long slot) implements BeaconQuery<List<Sidecar>> {}

    /// @param genesis of the beacon chain, Unix seconds
    /// @param secondsPerSlot at least 1
    record SlotTimes(long genesis, int secondsPerSlot) {
        /// The slot of an L1 block.
        public long slotOf(long unixSeconds) {
            return (unixSeconds - genesis) / secondsPerSlot;
        }
    }

    /// @param commitment 48 bytes, as the node says
    record Sidecar(Bytes commitment, Bytes blob) {}
}
