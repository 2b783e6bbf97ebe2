package org.lifeboat.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileStore;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.vault.Vault;

/// A wallet on a real, empty profile in a temporary folder, with sources that are fakes. Says which sources
/// it was asked for: the network spy of the tests.
public final class Records implements Wallet, AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");

    private final Path folder;
    private final ProfileStore store;
    private final Networks networks;
    private final Vault vault;
    private final Map<SourceId, Source> fakes = new HashMap<>();
    private final Map<SourceId, BeaconSource> beacons = new HashMap<>();
    private final Map<ChainId, Follower> followers = new HashMap<>();
    private final List<SourceId> asked = new ArrayList<>();
    private final List<SourceId> measured = new ArrayList<>();
    private String route = "none";
    private boolean closed;
    private boolean play;
    private boolean worldStands;
    private Optional<Runnable> playInstead = Optional.empty();
    private InstantSource clock = InstantSource.fixed(NOW);

    public Records() {
        try {
            folder = Files.createTempDirectory("lifeboat-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(ProfileStore.open(folder.resolve("profile.db")) instanceof Opening.Opened(ProfileStore opened))) {
            throw new IllegalStateException("a new profile did not open");
        }
        store = opened;
        networks = new Networks(NetworkRegistry.bundled(), store);
        vault = Vault.at(folder.resolve("keys.vault"));
    }

    /// Of play money from now on.
    public Records ofPlay() {
        play = true;
        return this;
    }

    /// Of play money whose sandbox does not run.
    public Records ofStandingWorld() {
        worldStands = true;
        return ofPlay();
    }

    /// Offers play money from now on.
    public Records offering(Runnable playing) {
        playInstead = Optional.of(playing);
        return this;
    }

    @Override
    public boolean play() {
        return play;
    }

    @Override
    public boolean worldStands() {
        return worldStands;
    }

    @Override
    public Optional<Runnable> playInstead() {
        return playInstead;
    }

    public Records with(Source fake) {
        fakes.put(fake.id(), fake);
        return this;
    }

    /// From now on this is the time.
    public Records at(InstantSource time) {
        clock = time;
        return this;
    }

    /// Every source that was handed out to be asked.
    public List<SourceId> asked() {
        return asked;
    }

    /// Every source that was measured.
    public List<SourceId> measured() {
        return measured;
    }

    @Override
    public Storage storage() {
        return store;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public List<Source> sources(ChainId chain) {
        return networks.confirmedEndpoints(chain).stream()
                .map(id -> confirmed(id, false))
                .toList();
    }

    @Override
    public Source confirmed(SourceId id, boolean insecureToo) {
        asked.add(id);
        return fakes.getOrDefault(id, new SilentSource(id));
    }

    @Override
    public Optional<Follower> follower(ChainId chain) {
        return new Beacons(store.sync())
                .network(chain)
                .map(network -> followers.computeIfAbsent(
                        chain, of -> new Follower(of, network, store.sync(), () -> clock.instant())));
    }

    /// Stands for a beacon node from now on.
    public Records with(BeaconSource fake) {
        beacons.put(fake.id(), fake);
        return this;
    }

    @Override
    public List<BeaconSource> beacons(ChainId chain) {
        return new Beacons(store.sync())
                .confirmed(chain).stream()
                        .map(endpoint -> beacon(endpoint.id(), false))
                        .toList();
    }

    @Override
    public BeaconSource beacon(SourceId id, boolean insecureToo) {
        asked.add(id);
        return Optional.ofNullable(beacons.get(id)).orElseThrow();
    }

    @Override
    public Optional<SyncRound> follow(ChainId chain) {
        List<BeaconSource> nodes = beacons(chain);
        return nodes.isEmpty()
                ? Optional.empty()
                : follower(chain).map(each -> each.round(nodes, Duration.ofSeconds(1)));
    }

    @Override
    public void trustAgain(SourceId id) {
        networks.trustAgain(id);
    }

    @Override
    public void measure(SourceId id) {
        measured.add(id);
    }

    @Override
    public List<RequestLog.Entry> requests() {
        return List.of();
    }

    @Override
    public String route() {
        return route;
    }

    @Override
    public boolean keepRoute(String text) {
        boolean good = text.equals("none") || text.startsWith("socks5://");
        route = good ? text : route;
        return good;
    }

    @Override
    public String folder() {
        return folder.toString();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            store.close();
        }
    }
}
