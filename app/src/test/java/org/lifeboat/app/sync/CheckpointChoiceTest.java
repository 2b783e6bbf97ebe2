package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.sync.Agreement;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.BuiltInCheckpoint;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.beacon.Trick;

/// Where following L1 may begin: what several operators agree on, and what came with the program.
class CheckpointChoiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Epoch 37 of eight slots; eight epochs back begins slot 232.
    private static final long HEAD = 300;

    private static final long AGREED_SLOT = 232;

    @TempDir
    Path folder;

    @Test
    void threeOperators_agreeOnTheEpochThatTheClockPicks() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);

            Agreement agreement = ask(world, 2, Trick.HONEST, Trick.HONEST, Trick.HONEST);

            assertThat(agreement).isInstanceOfSatisfying(Agreement.Agreed.class, agreed -> {
                assertThat(agreed.root()).isEqualTo(root(world, AGREED_SLOT));
                assertThat(agreed.slot()).isEqualTo(AGREED_SLOT);
                assertThat(agreed.agreeing()).hasSize(3);
                assertThat(agreed.others()).isEmpty();
            });
        }
    }

    @Test
    void anEmptyFirstSlot_hasTheBlockBefore() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 3, 0); // 231 has a block, 232 has none

            Agreement agreement = ask(world, 2, Trick.HONEST, Trick.HONEST);

            assertThat(agreement)
                    .isInstanceOfSatisfying(
                            Agreement.Agreed.class,
                            agreed -> assertThat(agreed.root()).isEqualTo(root(world, AGREED_SLOT - 1)));
        }
    }

    @Test
    void oneWhoNamesAnotherBlock_isNamedAndDecidesNothing() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);

            Agreement agreement = ask(world, 2, Trick.WRONG_COMMITTEE, Trick.HONEST, Trick.HONEST);

            assertThat(agreement).isInstanceOfSatisfying(Agreement.Agreed.class, agreed -> {
                assertThat(agreed.root()).isEqualTo(root(world, AGREED_SLOT));
                assertThat(agreed.others()).hasSize(1).doesNotContainValue(agreed.root());
            });
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3} asked to be agreed on by {4}")
    @CsvSource({
        "HONEST, WRONG_COMMITTEE, BROKEN, BROKEN, 2",
        "HONEST, BROKEN, BROKEN, GARBAGE, 1",
        "HONEST, HONEST, BROKEN, BROKEN, 2",
        "HONEST, HONEST, HONEST, BROKEN, 4",
        "HONEST, HONEST, WRONG_COMMITTEE, WRONG_COMMITTEE, 2"
    })
    void fewerThanMoreThanHalf_isNoAgreement(Trick one, Trick two, Trick three, Trick four, int needed) {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);

            Agreement agreement = ask(world, needed, one, two, three, four);

            assertThat(agreement).isInstanceOfSatisfying(Agreement.NotAgreed.class, not -> {
                assertThat(not.needed()).isEqualTo(Math.max(3, needed));
                assertThat(not.named().size() + not.silent().size()).isEqualTo(4);
            });
        }
    }

    @Test
    void aloneNobodyAgrees() {
        try (BeaconWorld world = new BeaconWorld(folder, BeaconWorld.minimal())) {
            world.run(HEAD, 1, 0);

            assertThat(ask(world, 1, Trick.HONEST)).isInstanceOf(Agreement.NotAgreed.class);
        }
    }

    @Test
    void theBuiltInCheckpoint_isOfTheDayItNames() {
        BuiltInCheckpoint builtIn = BuiltInCheckpoint.of(new ChainId(1)).orElseThrow();

        Instant time = Instant.ofEpochSecond(BeaconNetwork.MAINNET.timeOf(builtIn.slot()));
        assertThat(LocalDate.ofInstant(time, ZoneOffset.UTC)).isEqualTo(builtIn.date());
        assertThat(BuiltInCheckpoint.of(new ChainId(31_337))).isEmpty();
    }

    private static Agreement ask(BeaconWorld world, int needed, Trick... tricks) {
        List<BeaconSource> sources = world.sources(java.util.Arrays.stream(tricks)
                .map(world::face)
                .toArray(org.lifeboat.sandbox.beacon.BeaconFace[]::new));
        return Agreement.ask(sources, world.chain().network(), world.now(), needed, PATIENCE);
    }

    private static Hash32 root(BeaconWorld world, long slot) {
        return world.chain().rootAt(slot).orElseThrow();
    }
}
