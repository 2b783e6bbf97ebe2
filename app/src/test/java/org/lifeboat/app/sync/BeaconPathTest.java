package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.BeaconPathFinder;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.HashPath;
import org.lifeboat.engine.anchor.PathFinder;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.Trick;

/// Older blocks tied to a verified one by what beacon states keep, asked for over HTTP as Lodestar offers it.
class BeaconPathTest {
    private static final long HEAD = 500;

    @TempDir
    Path folder;

    /// The newest final block is that of slot 480. Rounds have 64 slots; Electra begins at slot 16, Fulu at 320.
    @ParameterizedTest(name = "slot {0}")
    @CsvSource({"479", "420", "416", "415", "384", "383", "320", "319", "200", "64", "63", "17", "9", "1"})
    void aBlockOfAnyAge_isTiedToTheFinalOne(long slot) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            PathFinder.Found found = find(world, block(world, slot), world.sources(world.face(Trick.HONEST)))
                    .orElseThrow();

            assertThat(found.hash()).isEqualTo(block(world, slot).hash());
            assertThat(found.path()).isInstanceOf(HashPath.Beacon.class);
        }
    }

    /// Rounds 0 and 1 came before Capella: states sum them up in `historical_roots`, and the later ones elsewhere.
    @ParameterizedTest(name = "slot {0}")
    @CsvSource({"1", "62", "63", "64", "100", "127", "128", "191", "192", "300", "479"})
    void aBlockOfBeforeCapella_isTiedToTheFinalOneToo(long slot) {
        try (BeaconWorld world = new BeaconWorld(folder, sinceTheMerge())) {
            PathFinder.Found found = find(world, block(world, slot), world.sources(world.face(Trick.HONEST)))
                    .orElseThrow();

            assertThat(found.hash()).isEqualTo(block(world, slot).hash());
            BlockRef between =
                    new BlockRef(slot, Hash32.ofNumber(7), block(world, slot).unixSeconds());
            assertThat(find(world, between, world.sources(world.face(Trick.HONEST)))
                            .orElseThrow()
                            .hash())
                    .isEqualTo(found.hash());
        }
    }

    /// Bellatrix from the first slot on; Capella begins with the third round of 64 slots.
    private static BeaconNetwork sinceTheMerge() {
        BeaconNetwork minimal = BeaconWorld.minimal();
        List<Fork> order = List.of(Fork.BELLATRIX, Fork.CAPELLA, Fork.DENEB, Fork.ELECTRA, Fork.FULU);
        List<Long> epochs = List.of(0L, 16L, 24L, 32L, 40L);
        List<ForkSchedule.Entry> entries = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            entries.add(new ForkSchedule.Entry(
                    order.get(i), epochs.get(i), Bytes.of(new byte[] {(byte) (i + 2), 0, 0, 9})));
        }
        return new BeaconNetwork(
                "since-the-merge",
                minimal.genesisValidatorsRoot(),
                minimal.genesisTime(),
                minimal.secondsPerSlot(),
                minimal.preset(),
                new ForkSchedule(minimal.forks().genesisVersion(), entries));
    }

    @Test
    void aBlockThatNeverWas_isNotTied_andOneOfAnotherTimeNotEvenAskedFor() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            List<BeaconSource> honest = world.sources(world.face(Trick.HONEST));
            BlockRef genuine = block(world, 300);
            BlockRef other = new BlockRef(300, Hash32.ofNumber(7), genuine.unixSeconds());

            assertThat(find(world, other, honest).orElseThrow().hash()).isEqualTo(genuine.hash());
            BlockRef between = new BlockRef(300, genuine.hash(), genuine.unixSeconds() + 1);
            assertThat(find(world, between, honest)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"BROKEN", "GARBAGE", "CUT_OFF", "OVERSIZED"})
    void aNodeWithoutSuchProofs_givesWayToTheNext(Trick trick) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            BlockRef older = block(world, 200);

            assertThat(find(world, older, world.sources(world.face(trick)))).isEmpty();
            assertThat(find(world, older, world.sources(world.face(trick), world.face(Trick.HONEST))))
                    .isPresent();
        }
    }

    @Test
    void aPathOfOneBlock_isNoneOfAnother() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            List<BeaconSource> honest = world.sources(world.face(Trick.HONEST));
            HashPath path = find(world, block(world, 200), honest).orElseThrow().path();
            VerifiedHead top = top(world);
            VerifiedHead elsewhere = new VerifiedHead(top.slot(), Hash32.ofNumber(5), top.block(), top.stateRoot());

            assertThat(path.hashOf(200, elsewhere, world.chain().network())).isInstanceOf(Answer.Refuted.class);
            assertThat(path.hashOf(200, top, world.chain().network())).isInstanceOf(Answer.Proven.class);
        }
    }

    @Test
    void aBalanceRises_whereNoHeaderCanBeHadAnyMore_andItsEvidenceHolds() throws InterruptedException {
        try (AnchoredChain chain = new AnchoredChain(folder)) {
            BeaconWorld world = chain.world();
            mine(chain, 3);
            long proven = chain.header().number();
            chain.refresh();
            mine(chain, 70);
            List<BeaconSource> beacons = world.sources(world.face(Trick.HONEST));

            new Anchors(
                            world.store(),
                            _ -> Optional.of(
                                    BeaconWorld.round(chain.follower(), beacons).status()),
                            _ -> List.of(),
                            _ -> beacons,
                            TokenList.bundled())
                    .take(chain.network());

            assertThat(world.store().balances().of(BeaconWorld.CHAIN, chain.owner()))
                    .anyMatch(reading -> reading.assurance().level() == Assurance.Level.FINAL
                            && reading.block().number() == proven);
            Bytes file = EvidenceFile.write(world.store(), BeaconWorld.CHAIN, chain.owner(), Optional.empty())
                    .orElseThrow();
            String text = new String(file.toArray(), StandardCharsets.UTF_8);
            assertThat(text).contains("\"case\" : \"beacon\"");
            assertThat(chain.check(file)).isInstanceOf(EvidenceCheck.Holds.class);
            for (String member : List.of("bodyRoot", "blockHash", "stateRoot")) {
                String forged = Forgery.in(text, member, 20);
                assertThat(chain.check(Bytes.of(forged.getBytes(StandardCharsets.UTF_8))))
                        .isInstanceOfSatisfying(
                                EvidenceCheck.Broken.class,
                                broken -> assertThat(broken.where()).isEqualTo(EvidenceCheck.Where.PATH));
            }
        }
    }

    /// Each block at the time of its slot, as the consensus has it.
    private static void mine(AnchoredChain chain, int count) {
        for (int i = 0; i < count; i++) {
            long time = chain.world().chain().network().timeOf(chain.slot() + 1);
            chain.node().rpc("evm_setNextBlockTimestamp", "[" + time + "]");
            chain.mine(1);
        }
    }

    private static BlockRef block(BeaconWorld world, long slot) {
        return Payloads.made(slot, world.chain().network().timeOf(slot), 0).block();
    }

    private static VerifiedHead top(BeaconWorld world) {
        if (world.chain().head() < HEAD) {
            world.run(HEAD, 1, 0);
        }
        Follower follower = world.follower();
        follower.begin(world.checkpointAt(200));
        return BeaconWorld.round(follower, world.sources(world.face(Trick.HONEST)))
                .status()
                .finalized()
                .orElseThrow();
    }

    private static Optional<PathFinder.Found> find(BeaconWorld world, BlockRef older, List<BeaconSource> sources) {
        return new BeaconPathFinder(world.chain().network(), sources, Deadline.in(Duration.ofSeconds(30)))
                .find(older, top(world));
    }
}
