package org.lifeboat.ui.verification;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Hash32;

/// A beacon node that knows which network it serves and names one block, and has no light client data.
/// @param serves what it says its network is
/// @param block tells its block from another node's
final class FakeBeacon implements BeaconSource {
    private final SourceId id;
    private final BeaconNetwork serves;
    private final long block;
    int asked;

    FakeBeacon(SourceId id, BeaconNetwork serves, long block) {
        this.id = id;
        this.serves = serves;
        this.block = block;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    @SuppressWarnings("unchecked") // each query is answered with its own type
    public <R> Reply<R> ask(BeaconQuery<R> query, BeaconNetwork network, Duration deadline) {
        asked++;
        return switch (query) {
            case BeaconQuery.ConfigOf _ -> (Reply<R>) new Reply.Got<>(serves);
            case BeaconQuery.HeaderAt(long slot) ->
                (Reply<R>) new Reply.Got<>(
                        new BeaconHeader(slot, block, Hash32.ofNumber(1), Hash32.ofNumber(2), Hash32.ofNumber(3)));
            case BeaconQuery.BootstrapOf _,
                    BeaconQuery.UpdatesFrom _,
                    BeaconQuery.FinalityUpdate _,
                    BeaconQuery.OptimisticUpdate _,
                    BeaconQuery.StateBranch _,
                    BeaconQuery.BlockBranch _,
                    BeaconQuery.TimesOf _,
                    BeaconQuery.BlobsAt _,
                    BeaconQuery.SidecarsAt _ -> new Reply.Refused<>(404, "not kept here", Optional.empty());
        };
    }

    @Override
    public void refuted(Refutation what) {}

    @Override
    public Health health() {
        return Health.UNKNOWN;
    }
}
