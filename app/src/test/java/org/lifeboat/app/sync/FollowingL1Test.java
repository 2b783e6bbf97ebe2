package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.beacon.Trick;

class FollowingL1Test {
    @TempDir
    Path folder;

    @Test
    void withoutACheckpoint_nobodyIsAskedAndNothingIsVerified() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(80, 1, 0);
            BeaconFace face = world.face(Trick.HONEST);

            SyncRound round = BeaconWorld.round(world.follower(), world.sources(face));

            assertThat(round.status().phase()).isEqualTo(SyncStatus.Phase.NO_CHECKPOINT);
            assertThat(face.requests()).isZero();
        }
    }

    @ParameterizedTest(name = "SSZ: {0}")
    @ValueSource(booleans = {true, false})
    void fromACheckpoint_throughPeriods_toTheHead(boolean ssz) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(400, 1, 0);
            BeaconFace face = world.face(Trick.HONEST);
            if (!ssz) {
                face.speakOnlyJson();
            }
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));

            SyncStatus status = BeaconWorld.round(follower, world.sources(face)).status();

            assertThat(status.phase()).isEqualTo(SyncStatus.Phase.FOLLOWING);
            assertThat(status.attested().map(VerifiedHead::slot)).contains(400L);
            // Epoch 50 has begun, so the block at the beginning of epoch 48 is final.
            assertThat(status.finalized().map(VerifiedHead::slot)).contains(384L);
            assertThat(status.finalized().map(VerifiedHead::beaconRoot))
                    .isEqualTo(world.chain().finalizedRoot());
            assertThat(status.period()).contains(6L);
        }
    }

    @Test
    void aPeriodChange_isFollowedSlotBySlot() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(80));
            for (long slot = 101; slot < 300; slot += 3) {
                world.run(slot, 1, 0);

                SyncRound round = BeaconWorld.round(follower, sources);

                assertThat(round.findings()).isEmpty();
                assertThat(round.status().attested().map(VerifiedHead::slot)).contains(slot);
                assertThat(round.status().finalized().map(VerifiedHead::beaconRoot))
                        .isEqualTo(world.chain().finalizedRoot());
            }
        }
    }

    @Test
    void anOfflineWeek_withFullCommittees_isCaughtUp_alsoByTheNextStart() {
        long week = 7 * 24 * 300;
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.fullSize())) {
            world.run(3_200, 32, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower before = world.follower();
            before.begin(world.checkpointAt(1_600));
            SyncStatus then = BeaconWorld.round(before, sources).status();
            world.run(3_200 + week, 32, 0);
            world.restart();

            Follower after = world.follower();
            assertThat(then.finalized()).isPresent();
            assertThat(after.status().finalized()).isEqualTo(then.finalized());
            SyncStatus status = BeaconWorld.round(after, sources).status();

            assertThat(status.phase()).isEqualTo(SyncStatus.Phase.FOLLOWING);
            assertThat(status.finalized().map(VerifiedHead::beaconRoot))
                    .isEqualTo(world.chain().finalizedRoot());
        }
    }

    @Test
    void fifteenDaysAway_isTooOld_untilTheUserSaysOtherwise() {
        long days = 15 * 24 * 300;
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.fullSize())) {
            world.run(3_200, 32, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            StoredCheckpoint checkpoint = world.checkpointAt(1_600);
            follower.begin(checkpoint);
            BeaconWorld.round(follower, sources);
            world.run(3_200 + days, 32, 0);

            SyncStatus refused = BeaconWorld.round(follower, sources).status();

            assertThat(refused.phase()).isEqualTo(SyncStatus.Phase.TOO_OLD);
            assertThat(refused.finalized()).isEmpty();
            follower.begin(new StoredCheckpoint(
                    checkpoint.root(), checkpoint.origin(), checkpoint.vouchers(), checkpoint.chosenAt(), true));
            assertThat(BeaconWorld.round(follower, sources).status().phase()).isEqualTo(SyncStatus.Phase.FOLLOWING);
        }
    }

    @Test
    void aReorganisation_movesTheHeadAndNotWhatIsFinal() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));
            SyncStatus before = BeaconWorld.round(follower, sources).status();
            world.chain().takeBack(95);
            world.run(103, 1, 7);

            SyncRound after = BeaconWorld.round(follower, sources);

            assertThat(after.findings()).isEmpty();
            assertThat(after.status().attested().map(VerifiedHead::beaconRoot))
                    .isEqualTo(world.chain().rootAt(103));
            assertThat(after.status().finalized()).isEqualTo(before.finalized());
        }
    }

    @ParameterizedTest(name = "dies after {0} writes")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aDeathAtAnyWrite_losesNothingThatTheNextStartDoesNotFindAgain(int writes) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(300, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            world.follower().begin(world.checkpointAt(40));
            Follower dying = world.follower(new DyingStore(world.store().sync(), writes));
            boolean died = false;
            try {
                BeaconWorld.round(dying, sources);
            } catch (DyingStore.Died e) {
                died = true;
            }
            world.restart();

            SyncStatus found = world.follower().status();
            SyncStatus after = BeaconWorld.round(world.follower(), sources).status();

            // The bootstrap, four committees, the finality and the head: seven writes.
            assertThat(died).isEqualTo(writes < 7);
            assertThat(found.phase() == SyncStatus.Phase.NOT_BEGUN).isEqualTo(writes == 0);
            assertThat(after.attested().map(VerifiedHead::slot)).contains(300L);
            assertThat(after.finalized().map(VerifiedHead::beaconRoot))
                    .isEqualTo(world.chain().finalizedRoot());
        }
    }

    @Test
    void alteredMessagesOnDisk_areAskedForAgain() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(300, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));
            BeaconWorld.round(follower, sources);
            SyncStore disk = world.store().sync();
            StoredMessage update = disk.messages(BeaconWorld.CHAIN).get(1);
            byte[] bytes = update.ssz().toArray();
            bytes[200] ^= 1;
            disk.keep(
                    BeaconWorld.CHAIN,
                    new StoredMessage(
                            update.kind(), update.period(), update.fork(), org.lifeboat.primitives.Bytes.of(bytes)));

            Follower next = world.follower();

            assertThat(next.status().finalized().map(VerifiedHead::slot)).contains(40L);
            assertThat(BeaconWorld.round(next, sources).status().attested().map(VerifiedHead::slot))
                    .contains(300L);
        }
    }

    @Test
    void aSlowClock_isNamed_andNothingBeyondItIsTaken() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));
            BeaconWorld.round(follower, sources);
            world.run(120, 1, 0);
            world.clockAt(111);

            SyncRound round = BeaconWorld.round(follower, sources);

            assertThat(round.findings()).anySatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(org.lifeboat.engine.sync.Finding.Kind.AHEAD_OF_CLOCK);
                assertThat(finding.arguments()).containsExactly("120");
            });
            assertThat(round.status().attested().map(VerifiedHead::slot)).contains(100L);
            assertThat(sources.getFirst().health().setAside()).isFalse();
        }
    }

    @Test
    void aNetworkTakenOut_isForgotten_alsoByWhoeverFollowsIt() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));
            assertThat(BeaconWorld.round(follower, sources).status().phase()).isEqualTo(SyncStatus.Phase.FOLLOWING);

            world.store().sync().removeAll(BeaconWorld.CHAIN);

            assertThat(follower.status().phase()).isEqualTo(SyncStatus.Phase.NO_CHECKPOINT);
            assertThat(follower.status().finalized()).isEmpty();
            assertThat(BeaconWorld.round(follower, sources).status().phase()).isEqualTo(SyncStatus.Phase.NO_CHECKPOINT);
            assertThat(world.store().sync().messages(BeaconWorld.CHAIN)).isEmpty();
        }
    }

    @Test
    void sourcesOfOtherChains_doNotMix() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            world.follower().begin(world.checkpointAt(40));

            assertThat(world.store().sync().checkpoint(new ChainId(1))).isEmpty();
            assertThat(world.store().sync().endpoints(new ChainId(1))).isEmpty();
            assertThat(world.store().sync().removeEndpoint(new SourceId(BeaconWorld.CHAIN, "http://127.0.0.1:1")))
                    .isFalse();
        }
    }
}
