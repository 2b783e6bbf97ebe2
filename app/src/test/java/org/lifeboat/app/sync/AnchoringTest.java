package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.assurance.Assurance;
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
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.anvil.AnvilNode;

/// A balance read from an execution node rises as the beacon chain finalises its block. Late anchoring: no
/// proof of an older block is ever asked for.
class AnchoringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private AnvilNode node;
    private BeaconWorld world;
    private RpcSources opener;
    private Source source;
    private Follower follower;
    private Balances balances;
    private Address owner;
    private long slot = 7;

    @BeforeEach
    void start() {
        node = AnvilNode.l1(BeaconWorld.CHAIN.value());
        world = new BeaconWorld(folder, BeaconWorld.minimal());
        owner = Address.fromHex(node.accounts().getFirst());
        world.store().accounts().put(new Account(owner, "Mine", new Account.Kind.WatchOnly(), 0, false));
        new Beacons(world.store().sync()).confirmNetwork(BeaconWorld.CHAIN, BeaconWorld.minimal());
        opener = new RpcSources(
                Route.DIRECT, _ -> {}, HealthBook.NONE, org.lifeboat.rpc.Patience.standard(), world::now);
        source = ((SourceOpener.Opened.Ready) opener.open(
                        new Endpoint(new SourceId(BeaconWorld.CHAIN, node.url().toString()), false)))
                .source();
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
                        TokenList.bundled()));
    }

    @AfterEach
    void stop() {
        opener.close();
        world.close();
        node.close();
    }

    /// Mines blocks, and lets each be the payload of the next beacon slot.
    private void mine(int count) {
        for (int i = 0; i < count; i++) {
            node.mine(1);
            slot++;
            world.chain().append(slot, Payloads.of(header()));
            world.clockAt(slot + 1);
        }
    }

    private BlockHeader header() {
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

    private Row refresh() throws InterruptedException {
        Network network =
                new Network(BeaconWorld.CHAIN, "Play", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Watch watch = new Watch(network, List.of(source), List.of(owner), List.of());
        return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                .networks()
                .getFirst()
                .rows()
                .getFirst();
    }

    private static Figure.Known vouched(Row row) {
        return row.vouched() instanceof Vouched.Known(Figure.Known figure) ? figure : newest(row);
    }

    private static Figure.Known newest(Row row) {
        assertThat(row.newest()).isInstanceOf(Figure.Known.class);
        return (Figure.Known) row.newest();
    }

    @Test
    void aBalance_isUncheckedThenPostedThenFinal() throws InterruptedException {
        mine(1);
        node.mine(1); // A block that no beacon block has yet.
        Row fresh = refresh();
        assertThat(newest(fresh).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(fresh.vouched()).isInstanceOf(Vouched.NotApplicable.class);

        slot++;
        world.chain().append(slot, Payloads.of(header()));
        world.clockAt(slot + 1);
        Row signed = refresh();
        assertThat(newest(signed).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        mine(30);
        Row later = refresh();
        assertThat(vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(vouched(later).block()).isEqualTo(newest(fresh).block());
        assertThat(newest(later).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(vouched(later).amount()).isEqualTo(newest(fresh).amount());
    }

    @Test
    void aReorganisation_dropsTheProofAndItsLevel() throws InterruptedException {
        mine(3);
        String before = node.rpc("evm_snapshot", "[]").stringValue();
        node.send("{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}"
                .formatted(owner.toHex(), node.accounts().get(1)));
        slot++;
        world.chain().append(slot, Payloads.of(header()));
        world.clockAt(slot + 1);
        Row posted = refresh();
        assertThat(newest(posted).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        node.rpc("evm_revert", "[\"" + before + "\"]");
        node.rpc("evm_increaseTime", "[777]");
        world.chain().takeBack(slot);
        mine(3);
        Row after = refresh();

        assertThat(newest(after).amount()).isNotEqualTo(newest(posted).amount());
        assertThat(world.store().balances().of(BeaconWorld.CHAIN, owner))
                .noneMatch(reading -> reading.block().equals(newest(posted).block())
                        && reading.assurance().level() != Assurance.Level.CLAIMED);
        assertThat(newest(after).assurance().level()).isEqualTo(Assurance.Level.POSTED);
    }

    @Test
    void theEvidenceFile_holdsOnAnotherComputer_andNoByteOfItCanBeChanged() throws InterruptedException {
        mine(1);
        Row fresh = refresh();
        mine(40);
        Row later = refresh();
        assertThat(vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        Bytes file = EvidenceFile.write(world.store(), BeaconWorld.CHAIN, owner, Optional.empty())
                .orElseThrow();

        EvidenceCheck whole = check(file);

        assertThat(whole).isInstanceOf(EvidenceCheck.Holds.class);
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) whole;
        assertThat(holds.units()).isEqualTo(newest(fresh).amount().units());
        assertThat(holds.checkpoint()).isEqualTo(world.checkpointAt(9).root());
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .contains(EvidenceLink.Kind.CHECKPOINT, EvidenceLink.Kind.ANCESTOR, EvidenceLink.Kind.AMOUNT);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = file.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(check(Bytes.of(bytes))).isNotInstanceOf(EvidenceCheck.Holds.class);
        }
    }

    @Test
    void aForgedFile_withItsDigestMadeAnew_breaksWhereItWasForged() throws InterruptedException {
        mine(1);
        refresh();
        mine(40);
        refresh();
        String text = new String(
                EvidenceFile.write(world.store(), BeaconWorld.CHAIN, owner, Optional.empty())
                        .orElseThrow()
                        .toArray(),
                StandardCharsets.UTF_8);
        BigInteger units = ((EvidenceCheck.Holds) check(bytes(text))).units();

        assertThat(Forgery.in(text, "checkpoint", 10))
                .satisfies(forged -> broken(forged, EvidenceCheck.Where.CHECKPOINT));
        assertThat(Forgery.replaced(text, "\"balance\" : \"" + units + "\"", "\"balance\" : \"1" + units + "\""))
                .satisfies(forged -> broken(forged, EvidenceCheck.Where.PROOF));
        assertThat(Forgery.in(text, "header", 40)).satisfies(forged -> broken(forged, EvidenceCheck.Where.PATH));
        assertThat(check(bytes(Forgery.lastMessage(text))))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where())
                                .isIn(EvidenceCheck.Where.COMMITTEE, EvidenceCheck.Where.FINALITY));
    }

    private void broken(String forged, EvidenceCheck.Where where) {
        assertThat(check(bytes(forged)))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where()).isEqualTo(where));
    }

    private EvidenceCheck check(Bytes file) {
        return EvidenceCheck.of(file, world.now().getEpochSecond(), TokenList.bundled());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
