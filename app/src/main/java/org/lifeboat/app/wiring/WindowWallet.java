package org.lifeboat.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.capability.Measurements;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.LessonHall;
import org.lifeboat.ui.session.PlayedWorld;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.vault.Vault;

/// A profile as the window works on it. Opens no connection before something is asked.
public final class WindowWallet implements Wallet, AutoCloseable {
    /// How many requests the window can show.
    private static final int SHOWN_REQUESTS = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Profile profile;
    private final RecentRequests recent = new RecentRequests(SHOWN_REQUESTS);
    private final Online online;
    private final Measurements measurements;
    private final DailyMeasuring daily;
    private final Optional<Runnable> playInstead;
    private final Runnable beforeAsking;
    private Optional<DrillHall> drills = Optional.empty();
    private Optional<LessonHall> lessons = Optional.empty();
    private Optional<PlayedWorld> world = Optional.empty();

    /// @param profile stays open for as long as the window; closed by the caller
    public WindowWallet(Profile profile) {
        this(profile, Optional.empty());
    }

    /// @param profile stays open for as long as the window; closed by the caller
    /// @param playInstead leaves for a profile of play money; empty where that is not offered
    public WindowWallet(Profile profile, Optional<Runnable> playInstead) {
        this(profile, playInstead, () -> {});
    }

    /// On a profile of play money, whose new accounts find something in it.
    public static WindowWallet on(PlaySession session) {
        WindowWallet wallet = new WindowWallet(session.profile(), Optional.empty(), session::giveToNewAccounts);
        wallet.world = session.world();
        return wallet;
    }

    /// Offers drills from now on.
    public WindowWallet offering(DrillHall hall) {
        drills = Optional.of(hall);
        return this;
    }

    /// Offers lessons from now on.
    public WindowWallet teaching(LessonHall hall) {
        lessons = Optional.of(hall);
        return this;
    }

    private WindowWallet(Profile profile, Optional<Runnable> playInstead, Runnable beforeAsking) {
        this.profile = profile;
        profile.storage().requests().newest(SHOWN_REQUESTS).forEach(recent::add);
        this.online = new Online(profile, Routes.of(profile.storage().settings()), recent);
        this.measurements = new Measurements(profile.storage(), profile.clock(), PATIENCE);
        this.daily = new DailyMeasuring(profile.networks(), online, measurements);
        this.playInstead = playInstead;
        this.beforeAsking = beforeAsking;
    }

    @Override
    public Storage storage() {
        return profile.storage();
    }

    @Override
    public Networks networks() {
        return profile.networks();
    }

    @Override
    public Vault vault() {
        return profile.vault();
    }

    @Override
    public List<Source> sources(ChainId chain) {
        beforeAsking.run();
        return online.sources(chain);
    }

    @Override
    public Source confirmed(SourceId id, boolean insecureToo) {
        return online.confirmed(id, insecureToo);
    }

    @Override
    public Vouching vouching() {
        return online.vouching();
    }

    @Override
    public Optional<SyncStatus> verified(ChainId chain) {
        return online.lastVerified(chain);
    }

    @Override
    public Optional<SyncStatus> verifiedLately(ChainId chain) {
        return online.followedLately(chain);
    }

    @Override
    public Optional<SyncStatus> verifiedNow(ChainId chain) {
        return online.verified(chain);
    }

    @Override
    public Optional<NameLookup.Place> names(Network network) {
        return online.names(network);
    }

    @Override
    public Optional<Follower> follower(ChainId chain) {
        return profile.follower(chain);
    }

    @Override
    public List<BeaconSource> beacons(ChainId chain) {
        return online.beacons(chain);
    }

    @Override
    public BeaconSource beacon(SourceId id, boolean insecureToo) {
        return online.beacon(id, insecureToo);
    }

    @Override
    public Optional<SyncRound> follow(ChainId chain) {
        return online.follow(chain);
    }

    @Override
    public void trustAgain(SourceId id) {
        online.trustAgain(id);
    }

    @Override
    public void measure(SourceId id) {
        sources(id.chain()).stream().filter(source -> source.id().equals(id)).forEach(measurements::measure);
    }

    @Override
    public List<RequestLog.Entry> requests() {
        return recent.entries();
    }

    @Override
    public String route() {
        return Routes.show(Routes.of(profile.storage().settings()));
    }

    @Override
    public boolean keepRoute(String text) {
        Optional<Route> route = Routes.parse(text);
        route.ifPresent(each -> Routes.keep(profile.storage().settings(), each));
        return route.isPresent();
    }

    @Override
    public String folder() {
        return profile.folder().toString();
    }

    @Override
    public InstantSource clock() {
        return profile.clock();
    }

    @Override
    public boolean play() {
        return profile.play();
    }

    @Override
    public boolean worldStands() {
        return profile.worldStands();
    }

    @Override
    public Optional<DrillHall> drills() {
        return drills;
    }

    @Override
    public Optional<LessonHall> lessons() {
        return lessons;
    }

    @Override
    public Optional<PlayedWorld> world() {
        return world;
    }

    @Override
    public Optional<Runnable> playInstead() {
        return playInstead;
    }

    @Override
    public void close() {
        daily.close();
        online.close();
    }
}
