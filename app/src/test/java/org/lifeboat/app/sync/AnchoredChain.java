package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.anvil.AnvilNode;

/// An execution node whose blocks are the payloads of a beacon chain, and a profile that follows both.
final class AnchoredChain implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnvilNode node = AnvilNode.l1(BeaconWorld.CHAIN.value());
    private final BeaconWorld world;
    private final RpcSources opener;
    private final Source source;
    private final Follower follower;
    private final Balances balances;
    private final Address owner = Address.fromHex(node.accounts().getFirst());
    private long slot = 7;

    AnchoredChain(Path folder) {
        world = new BeaconWorld(folder, BeaconWorld.minimal());
        world.store().accounts().put(new Account(owner, "Mine", new Account.Kind.WatchOnly(), 0, false));
        new Beacons(world.store().sync()).confirmNetwork(BeaconWorld.CHAIN, BeaconWorld.minimal());
        opener = new RpcSources(
                Route.DIRECT, _ -> {}, HealthBook.NONE, org.lifeboat.rpc.Patience.standard(), world::now);
        source = source(node.url().toString());
        mine(2);
        follower = world.follower();
        follower.begin(world.checkpointAt(9));
        List<BeaconSource> beacons = world.sources(world.face(Trick.HONEST));
        balances = new Balances(
                world.store().balances(),
                world::now,
                new Anchors(
                        world.store(),
                        _ -> Optional.of(BeaconWorld.round(follower, beacons).status()),
                        _ -> List.of(source),
                        _ -> beacons,
                        TokenList.bundled()));
    }

    AnvilNode node() {
        return node;
    }

    BeaconWorld world() {
        return world;
    }

    Follower follower() {
        return follower;
    }

    Source source() {
        return source;
    }

    /// A source at another address, such as a liar's in front of the node.
    Source source(String url) {
        return ((SourceOpener.Opened.Ready) opener.open(new Endpoint(new SourceId(BeaconWorld.CHAIN, url), false)))
                .source();
    }

    /// An account of the node's, watched in the profile.
    Address owner() {
        return owner;
    }

    Network network() {
        return new Network(BeaconWorld.CHAIN, "Play", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    }

    /// Mines blocks, and lets each be the payload of the next beacon slot.
    void mine(int count) {
        for (int i = 0; i < count; i++) {
            node.mine(1);
            show();
        }
    }

    /// Lets the node's newest block be the payload of the next beacon slot.
    void show() {
        slot++;
        world.chain().append(slot, Payloads.of(header()));
        world.clockAt(slot + 1);
    }

    /// The slot of the newest beacon block.
    long slot() {
        return slot;
    }

    BlockHeader header() {
        HeaderClaim claim = source.ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.FOLLOW_L1, PATIENCE)
                .got()
                .orElseThrow()
                .orElseThrow();
        if (BlockHeader.fromFields(claim.fields(), claim.claimedHash())
                instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            return header;
        }
        throw new AssertionError("the node's header does not hash");
    }

    /// Reads the coin, and tokens if there are any, in that order.
    List<Row> refresh(Token... tokens) throws InterruptedException {
        Watch watch = new Watch(network(), List.of(source), List.of(owner), List.of(tokens));
        return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                .networks()
                .getFirst()
                .rows();
    }

    static Figure.Known vouched(Row row) {
        return row.vouched() instanceof Vouched.Known(Figure.Known figure, var _) ? figure : newest(row);
    }

    static Figure.Known newest(Row row) {
        assertThat(row.newest()).isInstanceOf(Figure.Known.class);
        return (Figure.Known) row.newest();
    }

    EvidenceCheck check(Bytes file) {
        return EvidenceCheck.of(file, world.now().getEpochSecond(), TokenList.bundled());
    }

    @Override
    public void close() {
        opener.close();
        world.close();
        node.close();
    }
}
