package org.lifeboat.app.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.network.Realm;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.contracts.NamedToken;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupFiles;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayChain;

/// What makes a profile one of play money: a file in its folder, for good. Such a profile knows the sandbox's
/// networks and no others; every other profile knows all but those.
public final class PlayMoney {
    /// Its name and unit stand beside every amount.
    public static final Network NETWORK = new Network(
            PlayChain.ID, "Lifeboat sandbox", "play ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);

    /// The L2 on it that drills are played on.
    public static final Network ROLLUP = network(RollupPlan.FIRST);

    /// All L2s on it.
    static final List<Network> ROLLUPS =
            RollupPlan.ALL.stream().map(PlayMoney::network).toList();

    /// At the latest after so long there is a block, as on Ethereum (consensus-specs, configs/mainnet.yaml,
    /// `SECONDS_PER_SLOT`).
    public static final Duration BLOCK_INTERVAL = Duration.ofSeconds(12);

    private static final String MARK = "play-money";
    private static final String SENTENCE =
            "This is a Lifeboat profile of play money. Nothing in it is worth anything.\n";

    private PlayMoney() {}

    private static Network network(RollupPlan plan) {
        return new Network(
                plan.chain(),
                plan.name(),
                "play ETH",
                new Network.Layer.L2(PlayChain.ID, Network.Stack.OP_STACK),
                true,
                Network.Origin.BUNDLED);
    }

    private static List<Network> networks() {
        List<Network> all = new ArrayList<>(ROLLUPS);
        all.addFirst(NETWORK);
        return List.copyOf(all);
    }

    /// Whether the profile in that folder is one of play money.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /// Makes the folder one for play money, if there is nothing in it yet.
    /// @return whether it is one now
    public static boolean mark(Path folder) throws IOException {
        if (isIn(folder)) {
            return true;
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                return false;
            }
        }
        Files.writeString(folder.resolve(MARK), SENTENCE, StandardCharsets.UTF_8);
        return true;
    }

    static Realm realm(boolean play) {
        return new Realm(networks().stream().map(Network::chain).collect(Collectors.toSet()), play);
    }

    static NetworkRegistry registry(boolean play) {
        return play ? NetworkRegistry.only(networks()) : NetworkRegistry.bundled();
    }

    /// Lets a profile of play money ask that sandbox, and no other, follows its beacon chain from slot 0
    /// and its time, and shows its tokens. It is this computer's own, so nobody is asked for leave.
    public static void connect(Profile profile, Sandbox sandbox) {
        keepTime(profile.folder(), sandbox);
        profile.storage().sources().all().stream()
                .map(endpoint -> endpoint.id())
                .toList()
                .forEach(profile.networks()::removeEndpoint);
        Instant now = profile.clock().instant();
        confirm(profile, PlayChain.ID, sandbox.url(), now);
        Portals portals =
                new Portals(NetworkRegistry.bundled(), profile.storage().settings());
        for (Sandbox.Open each : sandbox.rollups()) {
            RollupPlan plan = each.rollup().plan();
            confirm(profile, plan.chain(), each.url(), now);
            portals.keep(plan.chain(), plan.portal());
            describe(profile, each.rollup());
        }
        followBeacon(profile, sandbox, now);
        for (PlayToken token : PlayToken.values()) {
            TokenFacts facts = new TokenFacts(token.fullName(), token.symbol(), token.decimals());
            profile.tokens().add(PlayChain.ID, token.address(), facts);
            sandbox.rollups()
                    .forEach(each -> profile.tokens().add(each.rollup().plan().chain(), token.onLayer2(), facts));
        }
        sandbox.rollups().forEach(each -> showCopies(profile, each.rollup().plan()));
    }

    /// For as long as the sandbox runs.
    private static void keepTime(Path folder, Sandbox sandbox) {
        NodeClock clock = sandbox.l1().clock();
        RunningWorld.begun(folder);
        clock.follow(ahead -> RunningWorld.whileRunning(folder, () -> {
            PlayClock.keep(folder, ahead);
            PlayClock.keepSeen(folder, clock.now());
        }));
        clock.followBlocks(seconds ->
                RunningWorld.whileRunning(folder, () -> PlayClock.keepSeen(folder, Math.max(seconds, clock.now()))));
        sandbox.atEnd(() -> {
            long now = clock.now();
            RunningWorld.whileRunning(folder, () -> PlayClock.keepSeen(folder, now));
            RunningWorld.ended(folder);
        });
    }

    private static void showCopies(Profile profile, RollupPlan plan) {
        for (NamedToken copy : plan.copies()) {
            TokenFacts facts = new TokenFacts(copy.symbol(), copy.symbol(), copy.decimals());
            profile.tokens().add(PlayChain.ID, copy.pair().l1Token(), facts);
            profile.tokens().add(plan.chain(), copy.pair().l2Token(), facts);
        }
    }

    /// What tells the rollup from others, without which none of its roots can be checked.
    private static void describe(Profile profile, Rollup rollup) {
        Rollups rollups =
                new Rollups(NetworkRegistry.bundled(), profile.storage().settings());
        String file = RollupFiles.rollup(rollup).toString();
        Answer<RollupConfig> kept = rollups.keep(
                network(rollup.plan()), file, Optional.of(RollupFiles.l1().toString()));
        if (!(kept instanceof Answer.Proven<RollupConfig>)) {
            throw new IllegalStateException("the sandbox's own rollup is not taken: " + kept);
        }
    }

    private static void confirm(Profile profile, ChainId chain, URI url, Instant now) {
        Networks.EndpointOutcome outcome = profile.networks().confirmEndpoint(chain, url.toString(), false, now);
        if (!(outcome instanceof Networks.EndpointOutcome.Done)) {
            throw new IllegalArgumentException("no profile of play money, or no address of a sandbox: " + outcome);
        }
    }

    /// What was read in another world is forgotten: it says nothing about this one.
    private static void followBeacon(Profile profile, Sandbox sandbox, Instant now) {
        Beacons beacons = new Beacons(profile.storage().sync());
        if (!beacons.network(PlayChain.ID).equals(Optional.of(sandbox.beaconNetwork()))) {
            networks().forEach(network -> profile.storage().balances().removeAll(network.chain()));
        }
        beacons.endpoints(PlayChain.ID).forEach(endpoint -> beacons.remove(endpoint.id()));
        beacons.confirmNetwork(PlayChain.ID, sandbox.beaconNetwork());
        beacons.confirm(new SourceId(PlayChain.ID, sandbox.beaconUrl()), false, now);
        // However far time is moved: nobody has left these validators, and nothing is at stake.
        boolean oldAllowed = true;
        profile.storage()
                .sync()
                .begin(
                        PlayChain.ID,
                        new StoredCheckpoint(sandbox.checkpoint(), StoredCheckpoint.Origin.USER, "", now, oldAllowed));
    }
}
