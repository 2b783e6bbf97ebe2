package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.lifeboat.app.story.NameBooks;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.anchor.Names;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
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
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.anvil.AnvilNode;

/// Where a name leads, from the checkpoint down, as a file that another computer checks by running the contracts
/// again. The chain calls itself Sepolia, as names are looked up only where the service is known, and is signed by
/// committees whose keys everybody has.
class NameEvidenceTest {
    private static final ChainId L1 = new ChainId(11_155_111);
    private static final ChainId L2 = new ChainId(11_155_420);
    private static final Network SEPOLIA =
            new Network(L1, "Sepolia", "ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Of a period of Fulu.
    private static final long FIRST_SLOT = 8_192L * 1_100 + 8;

    @TempDir
    Path folder;

    private final AnvilNode node = AnvilNode.l1(L1.value());
    private final Address alice = Address.fromHex(node.accounts().getFirst());
    private final Address mallory = Address.fromHex(node.accounts().get(1));
    private final NameBooks books = new NameBooks(node);
    private BeaconWorld world;
    private RpcSources opener;
    private long slot = FIRST_SLOT;

    @BeforeEach
    void start() {
        world = new BeaconWorld(folder, BeaconNetwork.SEPOLIA);
        opener = new RpcSources(
                Route.DIRECT, _ -> {}, HealthBook.NONE, org.lifeboat.rpc.Patience.standard(), world::now);
        books.register("alice.eth", alice).called(alice, "alice.eth");
    }

    @AfterEach
    void stop() {
        opener.close();
        world.close();
        node.close();
    }

    @Test
    void aFinalName_isShownAtOnce_fromTheCheckpointDown_andNoByteOfItCanBeChanged() {
        mine(70);
        NameLookup.Report report = look("alice.eth", L1, status());
        assertThat(level(report)).isEqualTo(Assurance.Level.FINAL);

        Bytes file = file("alice.eth", L1).orElseThrow();
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) check(file);

        assertThat(holds.level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(holds.fact()).isEqualTo(new EvidenceCheck.Fact.Name("alice.eth", L1, alice));
        assertThat(holds.block()).isEqualTo(((Named.Found) report.named()).block());
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .containsSubsequence(
                        EvidenceLink.Kind.CHECKPOINT,
                        EvidenceLink.Kind.FINAL_BLOCK,
                        EvidenceLink.Kind.L1_HEADER,
                        EvidenceLink.Kind.STATE_ROOT,
                        EvidenceLink.Kind.SLOT,
                        EvidenceLink.Kind.CODE)
                .endsWith(EvidenceLink.Kind.NAMED);
        noByteCanBeChanged(file);
    }

    @Test
    void aNameChangedInTheLastMinutes_isShownAsSigned_andRisesWithItsBlock() {
        mine(70);
        look("alice.eth", L1, status());
        books.address("alice.eth", 60, mallory);
        mine(1);
        assertThat(level(look("alice.eth", L1, status()))).isEqualTo(Assurance.Level.POSTED);
        EvidenceCheck.Holds signed =
                (EvidenceCheck.Holds) check(file("alice.eth", L1).orElseThrow());
        assertThat(signed.level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(signed.fact()).isEqualTo(new EvidenceCheck.Fact.Name("alice.eth", L1, mallory));

        mine(100);
        SyncStatus status = status();
        new Anchors(
                        world.store(),
                        _ -> Optional.of(status),
                        _ -> List.of(source()),
                        _ -> List.of(),
                        TokenList.bundled())
                .take(SEPOLIA);

        EvidenceCheck.Holds risen =
                (EvidenceCheck.Holds) check(file("alice.eth", L1).orElseThrow());
        assertThat(risen.level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(risen.fact()).isEqualTo(signed.fact());
        assertThat(risen.block()).isEqualTo(signed.block());
    }

    @Test
    void whatAnAddressIsCalled_andANameOnAnotherChain_haveTheirEvidenceToo() {
        books.address("alice.eth", 0x8000_0000L | L2.value(), mallory);
        mine(70);
        SyncStatus status = status();
        keep(new NameLookup().name(alice, place(status), PATIENCE), status);
        look("alice.eth", L2, status);

        EvidenceCheck.Holds called =
                (EvidenceCheck.Holds) check(file(alice.toChecksum(), L1).orElseThrow());
        assertThat(called.fact()).isEqualTo(new EvidenceCheck.Fact.Name("alice.eth", L1, alice));
        assertThat(called.links())
                .extracting(EvidenceLink::kind)
                .endsWith(EvidenceLink.Kind.NAMED, EvidenceLink.Kind.CALLED);
        EvidenceCheck.Holds elsewhere =
                (EvidenceCheck.Holds) check(file("alice.eth", L2).orElseThrow());
        assertThat(elsewhere.fact()).isEqualTo(new EvidenceCheck.Fact.Name("alice.eth", L2, mallory));
        assertThat(file("alice.eth", L1)).isEmpty();
    }

    @Test
    void whatNoLightClientVouchesFor_isNotKept() {
        mine(70);
        NameLookup.Place unverified = new NameLookup.Place(SEPOLIA, List.of(source()), Optional.empty());
        NameLookup.Report report = new NameLookup().address("alice.eth", L1, unverified, PATIENCE);
        Names.keep(world.store(), unverified, report);

        assertThat(report.named()).isInstanceOf(Named.Found.class);
        assertThat(report.proof()).isEmpty();
        assertThat(file("alice.eth", L1)).isEmpty();
    }

    private void noByteCanBeChanged(Bytes file) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = file.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(check(Bytes.of(bytes))).isNotInstanceOf(EvidenceCheck.Holds.class);
        }
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        for (String member : List.of("codeHash", "storageRoot", "key")) {
            assertThat(check(bytes(Forgery.in(text, member, 30))))
                    .as(member)
                    .isNotInstanceOf(EvidenceCheck.Holds.class);
        }
        assertThat(check(bytes(Forgery.replaced(text, "\"alice.eth\"", "\"mallory.eth\""))))
                .as("another name")
                .isNotInstanceOf(EvidenceCheck.Holds.class);
        assertThat(check(bytes(Forgery.replaced(text, "lifeboat-evidence/4", "lifeboat-evidence/3"))))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where()).isEqualTo(EvidenceCheck.Where.FORM));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Mines blocks, each the payload of the next slot.
    private void mine(int count) {
        for (int i = 0; i < count; i++) {
            node.mine(1);
            world.chain().append(++slot, Payloads.of(header()));
        }
        world.clockAt(slot + 1);
    }

    private BlockHeader header() {
        HeaderClaim claim = source().ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.FOLLOW_L1, PATIENCE)
                .got()
                .orElseThrow()
                .orElseThrow();
        return ((Answer.Proven<BlockHeader>) BlockHeader.fromFields(claim.fields(), claim.claimedHash())).value();
    }

    private Source source() {
        Endpoint endpoint = new Endpoint(new SourceId(L1, node.url().toString()), false);
        return ((SourceOpener.Opened.Ready) opener.open(endpoint)).source();
    }

    private SyncStatus status() {
        List<BeaconSource> beacons = world.sources(world.face(Trick.HONEST));
        Follower follower =
                new Follower(L1, BeaconNetwork.SEPOLIA, world.store().sync(), world::now);
        if (world.store().sync().checkpoint(L1).isEmpty()) {
            follower.begin(world.checkpointAt(FIRST_SLOT + 2));
        }
        return BeaconWorld.round(follower, beacons).status();
    }

    private NameLookup.Place place(SyncStatus status) {
        return new NameLookup.Place(SEPOLIA, List.of(source()), Optional.of(status));
    }

    private NameLookup.Report look(String name, ChainId chain, SyncStatus status) {
        NameLookup.Report report = new NameLookup().address(name, chain, place(status), PATIENCE);
        keep(report, status);
        return report;
    }

    private void keep(NameLookup.Report report, SyncStatus status) {
        Names.keep(world.store(), place(status), report);
    }

    private static Assurance.Level level(NameLookup.Report report) {
        return ((Named.Found) report.named()).assurance().level();
    }

    private Optional<Bytes> file(String subject, ChainId chain) {
        return EvidenceFile.writeName(world.store(), L1, subject, chain);
    }

    private EvidenceCheck check(Bytes file) {
        return EvidenceCheck.of(file, world.now().getEpochSecond(), TokenList.bundled());
    }
}
