package org.lifeboat.engine.sync;

import java.util.Optional;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// An L1 block whose header this computer has verified: the sync committee signed the beacon block that holds
/// it.
/// @param slot of the beacon block
/// @param beaconRoot of the beacon block
/// @param stateRoot of the L1 block
public record VerifiedHead(long slot, Hash32 beaconRoot, BlockRef block, Hash32 stateRoot) {
    /// @return empty where the header carries no whole L1 block: before Capella, and from Gloas on
    static Optional<VerifiedHead> of(LightClientHeader header) {
        return header.payload()
                .map(payload -> new VerifiedHead(
                        header.beacon().slot(), header.beacon().root(), payload.block(), payload.stateRoot()));
    }
}
