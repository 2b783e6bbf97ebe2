package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.lightclient.BeaconHistory.OlderBlock;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;

class BeaconHistoryTest {
    private static final TestHistory CHAIN = new TestHistory(460);

    private final BeaconHistory history = new BeaconHistory(TestHistory.NETWORK);

    @ParameterizedTest(name = "from slot {0} back to {1}")
    @CsvSource({
        // Bellatrix, Capella, Deneb and Electra states, by block_roots: the newest, and the oldest that is kept
        "101, 100",
        "101, 37",
        "250, 249",
        "250, 186",
        "300, 236",
        "459, 457",
        "459, 395",
        // by historical_roots, from each later fork
        "200, 0",
        "255, 127",
        "300, 62",
        "459, 1",
        "459, 126",
        // by historical_summaries; the first slot, and the last of a round
        "256, 129",
        "300, 129",
        "300, 191",
        "459, 129",
        "459, 255",
        "459, 256",
        "459, 380"
    })
    void anOlderBlock_isProvenByTheStateOfTheVerifiedOne(long top, long slot) {
        OlderBlock older = CHAIN.older(top, slot);

        assertThat(history.blockHash(CHAIN.header(top), older))
                .isEqualTo(new Answer.Proven<>(TestHistory.blockHash(slot)));
    }

    @ParameterizedTest(name = "from slot {0} back to {1}")
    @CsvSource({"101, 100", "300, 61", "459, 254", "459, 395"})
    void anyChange_isRefuted(long top, long slot) {
        OlderBlock genuine = CHAIN.older(top, slot);
        List<OlderBlock> forged = new ArrayList<>();
        forged.add(new OlderBlock(genuine.header(), genuine.ancestry(), Hash32.ofNumber(1), genuine.payload()));
        forged.add(new OlderBlock(CHAIN.header(slot + 1), genuine.ancestry(), genuine.blockHash(), genuine.payload()));
        BeaconHeader h = genuine.header();
        forged.add(new OlderBlock(
                new BeaconHeader(h.slot(), h.proposerIndex(), h.parentRoot(), h.stateRoot(), Hash32.ofNumber(9)),
                genuine.ancestry(),
                genuine.blockHash(),
                genuine.payload()));
        // The same block under another slot: a header says its slot itself.
        forged.add(new OlderBlock(
                new BeaconHeader(h.slot() + 1, h.proposerIndex(), h.parentRoot(), h.stateRoot(), h.bodyRoot()),
                genuine.ancestry(),
                genuine.blockHash(),
                genuine.payload()));
        for (int i = 0; i < genuine.ancestry().size(); i++) {
            forged.add(new OlderBlock(h, changed(genuine.ancestry(), i), genuine.blockHash(), genuine.payload()));
        }
        for (int i = 0; i < genuine.payload().size(); i++) {
            forged.add(new OlderBlock(h, genuine.ancestry(), genuine.blockHash(), changed(genuine.payload(), i)));
        }
        forged.add(new OlderBlock(
                h, genuine.ancestry().subList(1, genuine.ancestry().size()), genuine.blockHash(), genuine.payload()));

        assertThat(forged)
                .allSatisfy(older ->
                        assertThat(history.blockHash(CHAIN.header(top), older)).isInstanceOf(Answer.Refuted.class));
    }

    @Test
    void aLaterBlock_orTheBlockItself_isNotBelow() {
        assertThat(history.indexOfRoot(100, 100)).isEmpty();
        assertThat(history.indexOfRoot(100, 101)).isEmpty();
        assertThat(history.blockHash(CHAIN.header(100), CHAIN.older(459, 101))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void aRoundThatIsNotOver_isInNoList() {
        // Slot 130 is 65 slots back and in the round that ends with slot 191.
        assertThat(history.indexOfRoot(195, 130)).isNotEmpty();
        assertThat(history.indexOfRoot(191, 126)).isEqualTo(Optional.of(((2L * 39 << 24) + 1) * 2 * 64 + 62));
        assertThat(history.indexOfRoot(191, 127)).isEqualTo(Optional.of(37L * 64 + 63));
    }

    @Test
    void aStateOfAForkNotKnownHere_asksForAnUpdate() {
        BeaconNetwork mainnet = BeaconNetwork.MAINNET;
        List<ForkSchedule.Entry> entries = new ArrayList<>(mainnet.forks().entries());
        entries.add(
                new ForkSchedule.Entry(Fork.GLOAS, 500_000, entries.getFirst().version()));
        BeaconHistory later = new BeaconHistory(new BeaconNetwork(
                "later",
                mainnet.genesisValidatorsRoot(),
                mainnet.genesisTime(),
                12,
                Preset.MAINNET,
                new ForkSchedule(mainnet.forks().genesisVersion(), entries)));
        BeaconHeader top = new BeaconHeader(500_000L * 32, 0, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO);

        assertThat(later.blockHash(top, CHAIN.older(459, 457))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aBlockOfBeforeTheMerge_holdsNoL1Block() {
        BeaconHistory mainnet = new BeaconHistory(BeaconNetwork.MAINNET);
        BeaconHeader top = new BeaconHeader(12_000_000, 0, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO);
        BeaconHeader altair = new BeaconHeader(74_240L * 32, 0, Hash32.ZERO, Hash32.ZERO, Hash32.ZERO);

        assertThat(mainnet.blockHash(top, new OlderBlock(altair, List.of(), Hash32.ZERO, List.of())))
                .isInstanceOf(Answer.Unknown.class);
    }

    private static List<Hash32> changed(List<Hash32> branch, int at) {
        List<Hash32> other = new ArrayList<>(branch);
        byte[] bytes = other.get(at).toArray();
        bytes[7] ^= 4;
        other.set(at, Hash32.of(bytes));
        return other;
    }
}
