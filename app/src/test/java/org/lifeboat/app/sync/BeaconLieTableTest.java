package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.beacon.Trick;

/// What each lie of a beacon node comes to: nothing false is taken, and the source is named.
class BeaconLieTableTest {
    private static final long HEAD = 300;

    @TempDir
    Path folder;

    static Stream<Arguments> lies() {
        return Stream.of(
                lie(Trick.WRONG_COMMITTEE, Finding.Kind.LIED, true),
                lie(Trick.TOO_FEW_SIGNATURES, Finding.Kind.TOO_FEW_SIGNATURES, false),
                lie(Trick.FALSE_BITS, Finding.Kind.LIED, true),
                lie(Trick.WRONG_FORK, Finding.Kind.LIED, true),
                lie(Trick.UNKNOWN_FORK, Finding.Kind.UNKNOWN_FORK, false),
                lie(Trick.STALE_HEAD, Finding.Kind.BEHIND, false),
                lie(Trick.EQUIVOCATION, Finding.Kind.EQUIVOCATION, false),
                lie(Trick.FINALITY_BACKWARDS, Finding.Kind.FINALITY_BACKWARDS, false),
                lie(Trick.FUTURE, Finding.Kind.AHEAD_OF_CLOCK, false),
                lie(Trick.FALSE_FUTURE, Finding.Kind.LIED, true),
                lie(Trick.SWAPPED_EXECUTION, Finding.Kind.LIED, true),
                lie(Trick.OVERSIZED, Finding.Kind.FAILED, false),
                lie(Trick.CUT_OFF, Finding.Kind.FAILED, false),
                lie(Trick.GARBAGE, Finding.Kind.FAILED, false),
                lie(Trick.BROKEN, Finding.Kind.FAILED, false));
    }

    private static Arguments lie(Trick trick, Finding.Kind finding, boolean setAside) {
        return Arguments.of(trick, finding, setAside);
    }

    @ParameterizedTest(name = "{0}: {1}, set aside: {2}")
    @MethodSource("lies")
    void besideAnHonestSource_theLiarIsNamedAndChangesNothing(Trick trick, Finding.Kind kind, boolean setAside) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.HONEST), world.face(trick));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));

            SyncRound round = BeaconWorld.round(follower, sources);

            BeaconSource liar = sources.getLast();
            assertThat(round.findings())
                    .allSatisfy(finding -> assertThat(finding.source()).isEqualTo(liar.id()))
                    .extracting(Finding::kind)
                    .contains(kind);
            assertThat(liar.health().setAside()).isEqualTo(setAside);
            assertThat(sources.getFirst().health().setAside()).isFalse();
            assertThat(round.status().finalized().map(VerifiedHead::beaconRoot))
                    .isEqualTo(world.chain().finalizedRoot());
            // Where two heads were signed at one slot neither is relied on.
            if (trick == Trick.EQUIVOCATION || trick == Trick.FINALITY_BACKWARDS) {
                assertThat(round.status().attested()).isEmpty();
            } else {
                assertThat(round.status().attested().map(VerifiedHead::beaconRoot))
                        .isEqualTo(world.chain().rootAt(HEAD));
            }
        }
    }

    @ParameterizedTest(name = "{0} alone")
    @MethodSource("lies")
    void alone_theLiarMovesNothingBeyondWhatTheCommitteesSigned(Trick trick, Finding.Kind kind, boolean setAside) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD - 20, 1, 0);
            BeaconFace face = world.face(Trick.HONEST);
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));
            SyncStatus before = BeaconWorld.round(follower, world.sources(face)).status();
            world.run(HEAD, 1, 0);
            face.play(trick);

            SyncRound round = BeaconWorld.round(follower, world.sources(face));

            if (trick != Trick.EQUIVOCATION) { // Alone it shows only one of its two blocks, as well signed as any.
                assertThat(round.findings()).extracting(Finding::kind).contains(kind);
            }
            // What two thirds of the committee did not sign as final does not become final. An equivocation and a head
            // that holds an older block as final are signed by them: no cryptography tells those from the truth.
            if (trick == Trick.UNKNOWN_FORK) {
                assertThat(round.status().phase()).isEqualTo(SyncStatus.Phase.UPDATE_NEEDED);
            } else if (trick != Trick.EQUIVOCATION) {
                assertThat(round.status().finalized()).isEqualTo(before.finalized());
            }
        }
    }

    @Test
    void aFewOfTheCommittee_makeNoHead_alsoWhereNothingWasVerifiedBefore() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(100, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.TOO_FEW_SIGNATURES));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(88));

            SyncRound round = BeaconWorld.round(follower, sources);

            assertThat(round.findings()).extracting(Finding::kind).contains(Finding.Kind.TOO_FEW_SIGNATURES);
            assertThat(round.status().attested().map(VerifiedHead::slot)).contains(88L);
        }
    }

    @Test
    void twoFinalBlocksAtOneSlot_stopEverything_alsoAfterARestart() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);
            List<BeaconSource> sources =
                    world.sources(world.face(Trick.HONEST), world.face(Trick.FINALITY_EQUIVOCATION));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));

            SyncRound round = BeaconWorld.round(follower, sources);

            assertThat(round.findings()).extracting(Finding::kind).contains(Finding.Kind.FINALITY_CONFLICT);
            assertThat(round.status().phase()).isEqualTo(SyncStatus.Phase.CONFLICT);
            assertThat(round.status().finalized()).isEmpty();
            world.restart();
            assertThat(world.follower().status().phase()).isEqualTo(SyncStatus.Phase.CONFLICT);
            world.follower().begin(world.checkpointAt(280));
            assertThat(BeaconWorld.round(world.follower(), world.sources(world.face(Trick.HONEST)))
                            .status()
                            .phase())
                    .isEqualTo(SyncStatus.Phase.FOLLOWING);
        }
    }

    @Test
    void aFalseNextCommittee_isNotTaken() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);
            List<BeaconSource> sources = world.sources(world.face(Trick.SWAPPED_NEXT_COMMITTEE));
            Follower follower = world.follower();
            follower.begin(world.checkpointAt(40));

            SyncRound round = BeaconWorld.round(follower, sources);

            assertThat(round.findings()).extracting(Finding::kind).contains(Finding.Kind.LIED);
            assertThat(round.status().finalized().map(VerifiedHead::slot)).contains(40L);
        }
    }
}
