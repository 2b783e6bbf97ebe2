package org.lifeboat.engine.sync;

import java.util.List;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Update;
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

    /// `config/spec` and `genesis`: what the node says the network is.
    record ConfigOf() implements BeaconQuery<BeaconNetwork> {}
}
