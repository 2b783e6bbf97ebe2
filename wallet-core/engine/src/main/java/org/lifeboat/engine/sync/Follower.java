package org.lifeboat.engine.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Store;
import org.lifeboat.primitives.ChainId;

/// Follows one chain round by round. Thread-safe; one round at a time.
public final class Follower {
    /// How old the newest verified block may be before it is not built upon any more: validators that have
    /// left by then could sign another history without losing anything. Fourteen days is what Helios takes by
    /// default (`max_checkpoint_age`, 1,209,600 s); consensus-specs phase0/weak-subjectivity.md gives at
    /// least that much for mainnet's number of validators.
    public static final Duration OLDEST = Duration.ofDays(14);

    private final ChainId chain;
    private final BeaconNetwork network;
    private final SyncStore disk;
    private final InstantSource clock;

    private Optional<Light> light = Optional.empty();
    private boolean updateNeeded;
    private Optional<Long> doubtedSlot = Optional.empty();

    public Follower(ChainId chain, BeaconNetwork network, SyncStore disk, InstantSource clock) {
        this.chain = chain;
        this.network = network;
        this.disk = disk;
        this.clock = clock;
    }

    public BeaconNetwork network() {
        return network;
    }

    /// Begins at another checkpoint. What was verified from an earlier one is forgotten.
    public synchronized void begin(StoredCheckpoint checkpoint) {
        disk.begin(chain, checkpoint);
        light = Optional.empty();
        doubtedSlot = Optional.empty();
    }

    /// What is verified now. Asks nobody.
    public synchronized SyncStatus status() {
        Instant now = clock.instant();
        long slot = network.slotAt(now.getEpochSecond());
        resume(slot);
        Optional<Store> store = light.flatMap(Light::store);
        SyncStatus.Phase phase = phase(now, slot);
        boolean relied = phase == SyncStatus.Phase.FOLLOWING || phase == SyncStatus.Phase.CATCHING_UP;
        return new SyncStatus(
                network,
                phase,
                light.map(Light::checkpoint),
                store.filter(_ -> relied).flatMap(known -> VerifiedHead.of(known.finalized())),
                store.filter(_ -> relied)
                        .map(Store::optimistic)
                        .filter(header ->
                                !doubtedSlot.equals(Optional.of(header.beacon().slot())))
                        .flatMap(VerifiedHead::of),
                now,
                slot);
    }

    /// Asks the sources for what is new and takes what holds.
    /// @param sources the confirmed ones; those that were caught are left out
    /// @param patience for each question; the whole round takes at most twice that
    public synchronized SyncRound round(List<BeaconSource> sources, Duration patience) {
        List<BeaconSource> asked =
                sources.stream().filter(source -> !source.health().setAside()).toList();
        long slot = network.slotAt(clock.instant().getEpochSecond());
        resume(slot);
        if (light.isEmpty() || light.get().conflict()) {
            return new SyncRound(status(), List.of(), 0, sources.size() - asked.size());
        }
        Round round = new Round(light.get(), network, asked, slot, patience);
        round.begin();
        if (!tooOld(light.get(), clock.instant())) {
            round.catchUp();
            round.follow();
        }
        updateNeeded = round.updateNeeded();
        round.doubtedSlot().ifPresent(doubted -> doubtedSlot = Optional.of(doubted));
        return new SyncRound(status(), round.findings(), asked.size(), sources.size() - asked.size());
    }

    private void resume(long slot) {
        // The network may have been taken out, or begun anew, by somebody else.
        if (!light.map(Light::checkpoint).equals(disk.checkpoint(chain))) {
            light = Optional.empty();
            doubtedSlot = Optional.empty();
        }
        if (light.isEmpty()) {
            light = Light.resume(chain, network, disk, slot);
        }
    }

    private SyncStatus.Phase phase(Instant now, long slot) {
        if (light.isEmpty()) {
            return SyncStatus.Phase.NO_CHECKPOINT;
        }
        Optional<Store> store = light.get().store();
        if (light.get().conflict()) {
            return SyncStatus.Phase.CONFLICT;
        }
        if (store.isEmpty()) {
            return updateNeeded ? SyncStatus.Phase.UPDATE_NEEDED : SyncStatus.Phase.NOT_BEGUN;
        }
        if (tooOld(light.get(), now)) {
            return SyncStatus.Phase.TOO_OLD;
        }
        if (updateNeeded) {
            return SyncStatus.Phase.UPDATE_NEEDED;
        }
        boolean missing = light.get().period(store.get()) < network.preset().periodAt(slot)
                && store.get().next().isEmpty();
        return missing ? SyncStatus.Phase.CATCHING_UP : SyncStatus.Phase.FOLLOWING;
    }

    private boolean tooOld(Light state, Instant now) {
        return !state.checkpoint().oldAllowed()
                && state.store()
                        .map(store -> network.timeOf(store.finalized().beacon().slot()))
                        .filter(time -> now.getEpochSecond() - time > OLDEST.toSeconds())
                        .isPresent();
    }
}
