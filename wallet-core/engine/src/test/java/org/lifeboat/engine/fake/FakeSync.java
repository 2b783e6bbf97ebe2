package org.lifeboat.engine.fake;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// What a light client would say.
public final class FakeSync {
    private static final BeaconNetwork NETWORK = Beacons.known(ChainId.ETHEREUM).orElseThrow();

    private FakeSync() {}

    /// Follows Ethereum, whose newest signed and newest final block is the same, and of this moment.
    public static SyncStatus following(VerifiedHead head) {
        return in(SyncStatus.Phase.FOLLOWING, head);
    }

    public static SyncStatus in(SyncStatus.Phase phase, VerifiedHead head) {
        return new SyncStatus(
                NETWORK,
                phase,
                Optional.of(new StoredCheckpoint(Hash32.ZERO, StoredCheckpoint.Origin.USER, "", Instant.EPOCH, false)),
                Optional.of(head),
                Optional.of(head),
                Instant.ofEpochSecond(NETWORK.timeOf(head.slot())),
                head.slot());
    }
}
