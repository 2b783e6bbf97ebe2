package org.lifeboat.engine.sync;

import java.util.Optional;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.ssz.SszException;

/// The light client's state of one chain together with the messages on disk that lead to it. The disk is
/// written before the state moves on.
final class Light {
    private final ChainId chain;
    private final BeaconNetwork network;
    private final LightClient client;
    private final SyncStore disk;
    private final StoredCheckpoint checkpoint;

    private Optional<Store> store = Optional.empty();
    private boolean conflict;
    private Optional<LightClientHeader> keptFinality = Optional.empty();

    private Light(ChainId chain, BeaconNetwork network, SyncStore disk, StoredCheckpoint checkpoint) {
        this.chain = chain;
        this.network = network;
        this.client = new LightClient(network);
        this.disk = disk;
        this.checkpoint = checkpoint;
    }

    /// Checks again everything that is kept. Where a message does not hold, what comes after it is not
    /// believed either: it will be asked for again.
    /// @return empty if no checkpoint is chosen
    static Optional<Light> resume(ChainId chain, BeaconNetwork network, SyncStore disk, long currentSlot) {
        return disk.checkpoint(chain).map(checkpoint -> {
            Light light = new Light(chain, network, disk, checkpoint);
            for (StoredMessage message : disk.messages(chain)) {
                if (!light.replay(message, currentSlot)) {
                    break;
                }
            }
            return light;
        });
    }

    private boolean replay(StoredMessage message, long currentSlot) {
        try {
            Fork fork = Fork.valueOf(message.fork());
            Preset preset = network.preset();
            return switch (message.kind()) {
                case BOOTSTRAP -> take(client.begin(checkpoint.root(), Bootstrap.read(message.ssz(), fork, preset)));
                case UPDATE -> take(check(Update.read(message.ssz(), fork, preset), currentSlot));
                case FINALITY -> {
                    Update update = Update.readFinality(message.ssz(), fork, preset);
                    keptFinality = update.finality().flatMap(Update.Finality::header);
                    yield take(check(update, currentSlot));
                }
                case OPTIMISTIC -> {
                    Update head = Update.readOptimistic(message.ssz(), fork, preset);
                    // Older than the finality update after a long night; harmless.
                    if (head.aggregate().hasSupermajority()) {
                        take(check(head, currentSlot));
                    }
                    yield true;
                }
                case CONFLICT -> {
                    Update other = Update.readFinality(message.ssz(), fork, preset);
                    conflict = check(other, currentSlot) instanceof Verdict.Accepted && contradicts(other);
                    yield true;
                }
            };
        } catch (SszException | IllegalArgumentException e) {
            return false; // Written by a newer program, or altered: it is asked for again.
        }
    }

    private boolean take(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted(Store next)) {
            store = Optional.of(next);
            return true;
        }
        return false;
    }

    StoredCheckpoint checkpoint() {
        return checkpoint;
    }

    Optional<Store> store() {
        return store;
    }

    boolean conflict() {
        return conflict;
    }

    /// Begins with `bootstrap` if it is the checkpoint's.
    Verdict begin(Fork fork, Bootstrap bootstrap) throws SszException {
        Verdict verdict = client.begin(checkpoint.root(), bootstrap);
        if (verdict instanceof Verdict.Accepted) {
            keep(StoredMessage.Kind.BOOTSTRAP, 0, fork, bootstrap.write(fork, network.preset()));
            take(verdict);
        }
        return verdict;
    }

    /// What the rules say of `update` now; nothing changes.
    Verdict check(Update update, long currentSlot) {
        return store.map(known -> client.process(known, update, currentSlot))
                .orElseGet(() -> new Verdict.Refused(Verdict.Reason.PERIOD_SKIPPED));
    }

    /// Takes an update of a period. Only those that bring the next committee are kept whole; of the others a new
    /// head.
    void takeUpdate(Fork fork, Update update, Verdict.Accepted accepted) throws SszException {
        boolean knew = knowsNextOf(
                store.orElseThrow(),
                network.preset().periodAt(update.attested().beacon().slot()));
        long period = network.preset().periodAt(update.attested().beacon().slot());
        if (!knew && knowsNextOf(accepted.store(), period)) {
            keep(StoredMessage.Kind.UPDATE, period, fork, update.write(fork, network.preset()));
            store = Optional.of(accepted.store());
        } else {
            takeOptimistic(fork, update, accepted);
        }
    }

    private boolean knowsNextOf(Store known, long period) {
        return known.next().isPresent() && period(known) == period;
    }

    void takeFinality(Fork fork, Update update, Verdict.Accepted accepted) throws SszException {
        // The message that shows what is final now is kept also where an update of a period has shown it before:
        // evidence for others is made of it.
        Optional<LightClientHeader> shown = update.finality().flatMap(Update.Finality::header);
        if (shown.equals(Optional.of(accepted.store().finalized())) && !shown.equals(keptFinality)) {
            keep(StoredMessage.Kind.FINALITY, 0, fork, update.writeFinality(fork, network.preset()));
            keptFinality = shown;
            store = Optional.of(accepted.store());
        } else {
            takeOptimistic(fork, update, accepted);
        }
    }

    void takeOptimistic(Fork fork, Update update, Verdict.Accepted accepted) throws SszException {
        if (!accepted.store().optimistic().equals(store.orElseThrow().optimistic())) {
            keep(StoredMessage.Kind.OPTIMISTIC, 0, fork, update.writeOptimistic(fork, network.preset()));
        }
        store = Optional.of(accepted.store());
    }

    /// Whether an accepted `update` makes another block final at the slot of the one that is final here.
    boolean contradicts(Update update) {
        return update.aggregate().hasSupermajority()
                && store.isPresent()
                && update.finality()
                        .flatMap(Update.Finality::header)
                        .filter(header -> header.beacon().slot()
                                == store.get().finalized().beacon().slot())
                        .filter(header -> !header.equals(store.get().finalized()))
                        .isPresent();
    }

    void noteConflict(Fork fork, Update update) throws SszException {
        keep(StoredMessage.Kind.CONFLICT, 0, fork, update.writeFinality(fork, network.preset()));
        conflict = true;
    }

    long period(Store known) {
        return network.preset().periodAt(known.finalized().beacon().slot());
    }

    private void keep(StoredMessage.Kind kind, long period, Fork fork, Bytes ssz) {
        disk.keep(chain, new StoredMessage(kind, period, fork.name(), ssz));
    }
}
