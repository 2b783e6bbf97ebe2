package org.lifeboat.app.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.engine.sync.BeaconOpener;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.beacon.BeaconSources;
import org.lifeboat.sandbox.beacon.BeaconChain;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileStore;

/// A beacon chain with a clock of its own, nodes that show it, and a profile that follows it.
final class BeaconWorld implements AutoCloseable {
    static final ChainId CHAIN = new ChainId(31_337);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GENESIS = 1_900_000_000L;

    private final Path file;
    private final BeaconChain chain;
    private final List<BeaconFace> faces = new ArrayList<>();
    private final List<BeaconSources> openers = new ArrayList<>();
    private ProfileStore store;
    private long slot;

    BeaconWorld(Path folder, BeaconNetwork network) {
        this.file = folder.resolve("profile.db");
        this.chain = new BeaconChain(network);
        this.store = open(file);
    }

    static BeaconNetwork minimal() {
        return org.lifeboat.sandbox.beacon.PlayNetwork.minimal(GENESIS);
    }

    static BeaconNetwork fullSize() {
        return org.lifeboat.sandbox.beacon.PlayNetwork.fullSize(GENESIS);
    }

    private static ProfileStore open(Path file) {
        if (ProfileStore.open(file) instanceof Opening.Opened(ProfileStore opened)) {
            return opened;
        }
        throw new AssertionError("the profile does not open");
    }

    BeaconChain chain() {
        return chain;
    }

    ProfileStore store() {
        return store;
    }

    Instant now() {
        return Instant.ofEpochSecond(chain.network().timeOf(slot));
    }

    /// Appends a block every `every` slots up to `to`, and sets the clock to the slot after.
    void run(long to, int every, long salt) {
        for (long next = chain.head() + every; next <= to; next += every) {
            chain.append(next, Payloads.made(next, chain.network().timeOf(next), salt));
        }
        slot = to + 1;
    }

    void clockAt(long now) {
        slot = now;
    }

    BeaconFace face(Trick trick) {
        BeaconFace face = BeaconFace.open(chain);
        face.play(trick);
        faces.add(face);
        return face;
    }

    /// New sources, without any record of what was said before.
    List<BeaconSource> sources(BeaconFace... shown) {
        BeaconSources opener = new BeaconSources(Route.DIRECT, _ -> {}, HealthBook.NONE, noWaiting(), this::now);
        openers.add(opener);
        List<BeaconSource> sources = new ArrayList<>();
        for (BeaconFace face : shown) {
            Endpoint endpoint = new Endpoint(new SourceId(CHAIN, face.url()), false);
            if (opener.open(endpoint) instanceof BeaconOpener.Opened.Ready(BeaconSource source)) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static Patience noWaiting() {
        Patience standard = Patience.standard();
        return new Patience(2, standard.firstWait(), standard.longestWait(), standard.random(), _ -> {});
    }

    Follower follower() {
        return follower(store.sync());
    }

    Follower follower(SyncStore disk) {
        return new Follower(CHAIN, chain.network(), disk, this::now);
    }

    static SyncRound round(Follower follower, List<BeaconSource> sources) {
        return follower.round(sources, PATIENCE);
    }

    StoredCheckpoint checkpointAt(long at) {
        Hash32 root = chain.rootAt(at).orElseThrow();
        return new StoredCheckpoint(root, StoredCheckpoint.Origin.USER, "", now(), false);
    }

    /// Closes the profile and opens it again, as at the next start of the program.
    void restart() {
        store.close();
        store = open(file);
    }

    @Override
    public void close() {
        faces.forEach(BeaconFace::close);
        openers.forEach(BeaconSources::close);
        store.close();
    }
}
