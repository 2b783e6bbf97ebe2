package org.lifeboat.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lifeboat.app.log.KeptRequests;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.RollupAnchors;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.capability.CapabilitiesJson;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Endpoint.Consent;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.BestFirst;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener.Opened;
import org.lifeboat.engine.sync.BeaconOpener;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.rpc.beacon.BeaconSources;

/// The way to the networks. Made only by commands that ask; nothing else in the program can open a
/// connection.
public final class Online implements AutoCloseable {
    private static final Duration BEACON_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BRIDGE_PATIENCE = Duration.ofSeconds(15);

    private final Profile profile;
    private final RpcSources sources;
    private final KeptRequests kept;
    private final BeaconSources beacons;
    private final ConcurrentMap<ChainId, SyncStatus> seen = new ConcurrentHashMap<>();

    /// @param beside hears of every request too; the profile keeps them in any case
    public Online(Profile profile, Route route, RequestLog beside) {
        this.profile = profile;
        this.kept = new KeptRequests(profile.storage().requests());
        RequestLog log = entry -> {
            kept.add(entry);
            beside.add(entry);
        };
        this.sources =
                new RpcSources(route, log, new KeptHealth(profile.storage()), Patience.standard(), profile.clock());
        this.beacons = new BeaconSources(route, log, profile.storage().sync(), Patience.standard(), profile.clock());
    }

    /// The confirmed beacon nodes of a network, in the user's order. Opens no connection.
    public List<BeaconSource> beacons(ChainId chain) {
        return new Beacons(profile.storage().sync())
                .confirmed(chain).stream()
                        .map(endpoint -> beacon(
                                endpoint.id(),
                                endpoint.consent() instanceof Consent.Given(var _, boolean insecure) && insecure))
                        .toList();
    }

    /// Raises figures by what L1 vouches for, on L1 itself and on the rollups whose bridge is known. Each
    /// refresh asks the beacon nodes for what is new; a network without any, or without a checkpoint, is
    /// left as it is.
    public Vouching vouching() {
        TokenList tokens = TokenList.bundled();
        Vouching onL1 = new Anchors(profile.storage(), this::verified, this::sources, this::beacons, tokens);
        Vouching onRollups =
                new RollupAnchors(profile.storage(), this::exitPlace, PostedRoots.ofBridge(BRIDGE_PATIENCE), tokens);
        return new Vouching() {
            @Override
            public void take(Network network, Collection<BalanceProof> proofs, Again again) {
                onL1.take(network, proofs, again);
                onRollups.take(network, proofs, again);
            }

            @Override
            public Map<BlockRef, Instant> finalFrom(Network network) {
                return onRollups.finalFrom(network);
            }
        };
    }

    /// Where a rollup's bridge is and who can be asked about it; empty where its portal or its L1 is not
    /// known.
    public Optional<ExitPlace> exitPlace(Network l2) {
        Portals portals =
                new Portals(NetworkRegistry.bundled(), profile.storage().settings());
        return new ExitPlaces(profile.networks(), this::sources, portals, this::seenLately).find(l2)
                        instanceof ExitPlaces.Found.Whole(ExitPlace place)
                ? Optional.of(place)
                : Optional.empty();
    }

    /// Several rollups on one L1 do not ask its beacon nodes one after the other.
    private Optional<SyncStatus> seenLately(ChainId chain) {
        return lastVerified(chain).filter(this::isOfThisSlot).or(() -> verified(chain));
    }

    /// What is verified of a chain's L1, where it is followed in this run: not longer ago than one slot. Asks its
    /// beacon nodes for what is new where it was; one that must catch up first is left as it is.
    public Optional<SyncStatus> followedLately(ChainId chain) {
        return lastVerified(chain)
                .flatMap(last -> last.phase() == SyncStatus.Phase.FOLLOWING ? seenLately(chain) : Optional.of(last));
    }

    private boolean isOfThisSlot(SyncStatus status) {
        Duration slot = Duration.ofSeconds(status.network().secondsPerSlot());
        return Duration.between(status.at(), profile.clock().instant()).compareTo(slot) < 0;
    }

    /// What is verified of a chain now. Asks its beacon nodes for what is new; empty where it is no L1 that can
    /// be followed.
    public Optional<SyncStatus> verified(ChainId chain) {
        Optional<SyncStatus> status = follow(chain)
                .map(SyncRound::status)
                .or(() -> profile.follower(chain).map(Follower::status));
        status.ifPresent(found -> seen.put(chain, found));
        return status;
    }

    /// Asks the beacon nodes of a network once for what is new; empty where there is nobody to ask.
    public Optional<SyncRound> follow(ChainId chain) {
        List<BeaconSource> asked = beacons(chain);
        Optional<SyncRound> round = asked.isEmpty()
                ? Optional.empty()
                : profile.follower(chain).map(follower -> follower.round(asked, BEACON_PATIENCE));
        round.ifPresent(found -> seen.put(chain, found.status()));
        return round;
    }

    /// Where the names for a network's addresses are looked up. Asks the beacon nodes for what is new;
    /// empty where names are registered on no network that the profile knows.
    public Optional<NameLookup.Place> names(Network network) {
        return NameLookup.registryFor(network)
                .flatMap(profile.networks()::find)
                .map(l1 -> new NameLookup.Place(l1, sources(l1.chain()), verified(l1.chain())));
    }

    /// What was verified of a chain's L1 when it was looked at last. Never waits.
    public Optional<SyncStatus> lastVerified(ChainId chain) {
        return Optional.ofNullable(seen.get(chain));
    }

    /// One beacon node whose address the user has just confirmed.
    /// @param insecureToo the user has agreed to plain http to another machine
    public BeaconSource beacon(SourceId id, boolean insecureToo) {
        return switch (beacons.open(new Endpoint(id, insecureToo))) {
            case BeaconOpener.Opened.Ready(BeaconSource source) -> source;
            // The engine lets no such address be confirmed.
            case BeaconOpener.Opened.NotAllowed(Endpoint.Objection objection) ->
                throw new IllegalStateException("a confirmed address is not allowed: " + objection);
        };
    }

    /// The confirmed sources of a network: in the user's order, whoever failed lately behind, whoever was
    /// caught last. Opens no connection.
    public List<Source> sources(ChainId chain) {
        return BestFirst.order(profile.networks().confirmedEndpoints(chain).stream()
                .map(this::source)
                .toList());
    }

    /// Ends a source's being set aside, on the user's word.
    public void trustAgain(SourceId id) {
        sources.trustAgain(id);
    }

    /// One source whose address the user has just confirmed.
    /// @param insecureToo the user has agreed to plain http to another machine
    public Source confirmed(SourceId id, boolean insecureToo) {
        return switch (sources.open(new Endpoint(id, insecureToo))) {
            case Opened.Ready(Source source) -> source;
            // The engine lets no such address be confirmed.
            case Opened.NotAllowed(Endpoint.Objection objection) ->
                throw new IllegalStateException("a confirmed address is not allowed: " + objection);
        };
    }

    private Source source(SourceId id) {
        boolean insecureToo = profile.storage()
                .sources()
                .find(id)
                .map(endpoint -> endpoint.consent() instanceof Consent.Given(var _, boolean insecure) && insecure)
                .orElse(false);
        Source source = confirmed(id, insecureToo);
        profile.storage()
                .sources()
                .capabilities(id)
                .flatMap(measured -> CapabilitiesJson.read(measured.json()))
                .ifPresent(found -> source.limits(found.within(source.limits())));
        return source;
    }

    @Override
    public void close() {
        beacons.close();
        sources.close();
        kept.close();
    }
}
