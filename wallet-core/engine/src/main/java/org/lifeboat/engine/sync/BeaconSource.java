package org.lifeboat.engine.sync;

import java.time.Duration;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.lightclient.BeaconNetwork;

/// One beacon node. Thread-safe. Blocks the calling (virtual) thread.
public interface BeaconSource {
    SourceId id();

    /// Never throws for what a remote does. Interrupting the thread cancels.
    /// @param network whose sizes and forks the answer is read with
    /// @param deadline for the whole call, retries included
    <R> Reply<R> ask(BeaconQuery<R> query, BeaconNetwork network, Duration deadline);

    /// Notes that a message of this source was shown to be false. Kept in its health record; it is set aside.
    void refuted(Refutation what);

    Health health();
}
