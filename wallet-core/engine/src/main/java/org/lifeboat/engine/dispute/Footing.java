package org.lifeboat.engine.dispute;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// Whether L1 can still lose the game that a move would go into. A bond that arrives where its game stands no more is
/// a payment to an address without code: nobody gets it back.
public sealed interface Footing {
    /// With less time left than this a move is called for all the same: hours without a final block are rarer than
    /// a contest that is lost because nobody came.
    Duration HURRY = Duration.ofHours(6);

    /// Until a block is final, as long as most of the committee is there: two epochs and the one it stands in.
    /// Source: consensus specification, phase0, "Finalization".
    int EPOCHS = 3;

    /// Source: consensus-specs, presets/mainnet/phase0.yaml, `SLOTS_PER_EPOCH`; configs/mainnet.yaml,
    /// `SECONDS_PER_SLOT`.
    Duration EPOCH = Duration.ofSeconds(32 * 12);

    /// L1 does not lose it any more.
    record Firm() implements Footing {}

    /// @param firm when it should be final, as L1 goes
    record Young(L1Time firm) implements Footing {}

    static Footing of(DisputeGame dispute, Optional<SyncStatus> l1) {
        return of(dispute.game().createdAt(), dispute.now(), l1);
    }

    /// @param made when the game was
    /// @param now the time of the L1 block that was read
    /// @param l1 what was verified of it
    static Footing of(L1Time made, L1Time now, Optional<SyncStatus> l1) {
        Optional<SyncStatus> followed = l1.filter(status -> status.phase() == SyncStatus.Phase.FOLLOWING);
        Duration epoch = followed.map(status -> epoch(status.network())).orElse(EPOCH);
        L1Time usual = made.plus(epoch.multipliedBy(EPOCHS));
        boolean past = !now.isBefore(usual);
        // Where nobody here can know what is final, time has to do.
        boolean firm = followed.map(status ->
                        settled(status).filter(time -> !time.isBefore(made)).isPresent())
                .orElse(past);
        return firm ? new Firm() : new Young(past ? now.plus(epoch) : usual);
    }

    private static Duration epoch(BeaconNetwork network) {
        return Duration.ofSeconds((long) network.preset().slotsPerEpoch() * network.secondsPerSlot());
    }

    /// The time of the newest final block.
    private static Optional<L1Time> settled(SyncStatus status) {
        return status.finalized().map(head -> new L1Time(status.network().timeOf(head.slot())));
    }
}
