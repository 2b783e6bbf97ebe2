package org.lifeboat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.beacon.BeaconChain;
import org.lifeboat.sandbox.chain.SealedBlock;

/// The L1 and its beacon chain are one: a light client that starts at slot 0 follows wherever time is moved.
class BeaconJoinedTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final L1Node node = chain.node();
    private final BeaconChain beacon = node.beacon();
    private final BeaconNetwork network = beacon.network();
    private final Follow follow = new Follow(node);

    @Test
    void parentBeaconRoot_isTheOneOfTheSlotBefore_andKeptByItsContract() {
        node.mine();
        node.clock().advance(Duration.ofSeconds(50));
        SealedBlock block = node.mine();
        long time = block.header().unixSeconds();

        Hash32 root = beacon.rootAt(network.slotAt(time) - 1).orElseThrow();

        assertThat(block.header().parentBeaconBlockRoot()).contains(root);
        // EIP-4788: HISTORY_BUFFER_LENGTH is 8191; roots stand behind the times.
        assertThat(block.state().storage(SystemCalls.BEACON_ROOTS, Hash32.ofNumber(time % 8_191 + 8_191)))
                .isEqualTo(root);
    }

    @Test
    void aWeekAhead_takesAFewBlocks_andALightClientFollows() {
        node.mine();
        for (int weeks = 0; weeks < 3; weeks++) {
            long before = node.history().newest().number();
            node.clock().advance(Duration.ofDays(7));
            SealedBlock newest = node.mine();
            node.clock().advance(Duration.ofSeconds(1));

            // Six or seven periods of two blocks each; a sequencing window is 3,600 blocks.
            assertThat(newest.number() - before).isBetween(12L, 16L);
            follow.round();
            assertThat(number(follow.store().optimistic())).isEqualTo(newest.number());
            assertThat(number(follow.store().finalized()))
                    .isEqualTo(node.finalised().number());
            assertThat(number(follow.store().finalized())).isGreaterThan(before);
        }
    }

    @Test
    void smallSteps_throughAPeriodChange_areFollowedToo() {
        long seconds = network.preset().slotsPerPeriod() - 10;
        node.clock().advance(Duration.ofSeconds(seconds));
        for (int i = 0; i < 30; i++) {
            node.mine();
            node.clock().advance(Duration.ofSeconds(7));
            follow.round();
            assertThat(number(follow.store().optimistic()))
                    .isEqualTo(node.history().newest().number());
        }
        assertThat(network.preset()
                        .periodAt(follow.store().optimistic().beacon().slot()))
                .isOne();
    }

    @Test
    void newestBlock_isShownToLightClientsOnceItsSlotIsOver() {
        assertThat(beacon.newestUpdate()).isEmpty();
        node.clock().advance(Duration.ofSeconds(5));
        SealedBlock block = node.mine();
        assertThat(beacon.newestUpdate())
                .map(Update::attested)
                .map(BeaconJoinedTest::number)
                .contains(0L);

        node.clock().advance(Duration.ofSeconds(2));

        assertThat(beacon.newestUpdate())
                .map(Update::attested)
                .map(BeaconJoinedTest::number)
                .contains(block.number());
    }

    @Test
    void tags_areWhatTheBeaconChainSays() {
        for (int i = 0; i < 100; i++) {
            node.mine();
        }
        // Slot 100 is in epoch 3: epoch 2 is justified, epoch 1 final.
        assertThat(node.safe().number()).isEqualTo(64);
        assertThat(node.finalised().number()).isEqualTo(32);

        beacon.stopFinality();
        node.clock().advance(Duration.ofHours(1));
        node.mine();
        assertThat(node.finalised().number()).isEqualTo(32);

        beacon.resumeFinality();
        SealedBlock newest = node.history().newest();
        assertThat(node.finaliseNewest()).isEqualTo(newest);
        assertThat(beacon.finalizedNumber()).contains(newest.number());
    }

    @Test
    void atAnyPace_aLightClientFollows() {
        long period = network.preset().slotsPerPeriod();
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TestChain other = new TestChain(Mining.WHEN_TOLD);
            Follow following = new Follow(other.node());
            for (int i = 0; i < 40; i++) {
                long most = switch (random.nextInt(4)) {
                    case 0 -> 3;
                    case 1 -> 200;
                    case 2 -> period - 100;
                    default -> 3 * period;
                };
                other.node().clock().advance(Duration.ofSeconds(1 + random.nextLong(most)));
                other.node().mine();
                other.node().clock().advance(Duration.ofSeconds(1));
                if (random.nextBoolean()) {
                    following.round();
                }
            }
            following.round();
            assertThat(number(following.store().optimistic()))
                    .as("seed " + seed)
                    .isEqualTo(other.node().history().newest().number());
        }
    }

    @Test
    void blocksEveryFewSeconds_needNoOthers() {
        for (int i = 1; i < 50; i++) {
            node.clock().advance(Duration.ofSeconds(12));
            assertThat(node.mine().number()).isEqualTo(i);
        }
    }

    @Test
    void committeePath_namesThePairOfEachPeriodThatIsLeft() {
        Preset preset = new Preset(8, 8, 32);

        assertThat(new CommitteePath(preset, 0, Optional.empty()).upTo(200))
                .containsExactly(8L, 32L, 72L, 96L, 136L, 160L);
        assertThat(new CommitteePath(preset, 0, Optional.empty()).upTo(32)).isEmpty();
        assertThat(new CommitteePath(preset, 9, Optional.empty()).upTo(63)).isEmpty();
        assertThat(new CommitteePath(preset, 9, Optional.empty()).upTo(64)).containsExactly(32L);
        assertThat(new CommitteePath(preset, 70, Optional.of(60L)).upTo(128)).containsExactly(88L);
        assertThat(new CommitteePath(preset, 90, Optional.of(72L)).upTo(161)).containsExactly(136L, 160L);
    }

    @Test
    void reorganisation_putsOtherBlocksAtTheSameSlots_andALightClientFollows() {
        for (int i = 0; i < 90; i++) {
            node.mine();
        }
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        SealedBlock old = node.mine();
        node.clock().advance(Duration.ofSeconds(200));
        follow.round();
        Hash32 oldRoot = beacon.rootAt(beacon.head()).orElseThrow();

        SealedBlock newest = node.reorganise(3, true).orElseThrow();
        node.clock().advance(Duration.ofSeconds(1));
        follow.round();

        SealedBlock other = node.history().at(old.number()).orElseThrow();
        assertThat(newest.number()).isEqualTo(old.number() + 1);
        assertThat(other.hash()).isNotEqualTo(old.hash());
        assertThat(other.header().unixSeconds()).isEqualTo(old.header().unixSeconds());
        assertThat(node.history().find(old.hash())).isEmpty();
        assertThat(beacon.rootAt(network.slotAt(other.header().unixSeconds())))
                .isPresent()
                .isNotEqualTo(Optional.of(oldRoot));
        assertThat(follow.store().optimistic().payload().orElseThrow().blockHash())
                .isEqualTo(newest.hash());
        Hash32 paid = old.transactions().getFirst().sent().hash();
        assertThat(node.history().transaction(paid).orElseThrow().block().number())
                .isEqualTo(old.number() - 2);
    }

    @Test
    void reorganisation_canLoseTransactions_andWhatCameAfterThemWaits() {
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        node.mine();
        chain.send(ANNA.pays(1, STRANGER, Wei.of(5)));

        SealedBlock newest = node.reorganise(1, false).orElseThrow();

        assertThat(newest.number()).isEqualTo(2);
        assertThat(newest.state().account(STRANGER)).isEmpty();
        assertThat(node.pendingCount()).isOne();
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        assertThat(node.mine().transactions()).hasSize(2);
    }

    @Test
    void reorganisation_doesNotReachWhatIsFinal() {
        for (int i = 0; i < 100; i++) {
            node.mine();
        }
        SealedBlock newest = node.history().newest();

        assertThat(node.reorganise(69, true)).isEmpty();
        assertThat(node.reorganise(0, true)).isEmpty();
        assertThat(node.history().newest()).isEqualTo(newest);
        assertThat(node.reorganise(68, true)).isPresent();
        assertThat(node.finalised().number()).isEqualTo(32);
    }

    private static long number(LightClientHeader header) {
        return header.payload().orElseThrow().blockNumber();
    }

    /// A light client that begins at slot 0 and takes what an honest node shows.
    private static final class Follow {
        private final L1Node node;
        private final LightClient client;
        private Store store;

        Follow(L1Node node) {
            this.node = node;
            this.client = new LightClient(node.beacon().network());
            Hash32 root = node.beacon().rootAt(0).orElseThrow();
            this.store =
                    accepted(client.begin(root, node.beacon().bootstrap(root).orElseThrow()));
        }

        Store store() {
            return store;
        }

        /// By updates of periods, and then by the newest.
        void round() {
            BeaconNetwork network = node.beacon().network();
            long period = network.preset().periodAt(store.finalized().beacon().slot());
            node.beacon().updates(period, 128).forEach(this::take);
            take(node.beacon().newestUpdate().orElseThrow());
        }

        private void take(Update update) {
            long current = node.beacon().network().slotAt(node.clock().now());
            Verdict verdict = client.process(store, update, current);
            store = verdict.equals(new Verdict.Refused(Verdict.Reason.NOTHING_NEW)) ? store : accepted(verdict);
        }

        private static Store accepted(Verdict verdict) {
            assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
            return ((Verdict.Accepted) verdict).store();
        }
    }
}
