package org.lifeboat.conformance.lightclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;

/// Plain folders of every fork of every network that is known, signed by committees of known keys: the honest one is
/// accepted, and each cause of refusal refused.
class EveryForkTest {
    private static final Hash32 OWN = Hash32.ofNumber(4_242);

    static Stream<MadeRecording> recordings() {
        Stream<MadeRecording> known = BeaconNetwork.KNOWN.stream()
                .flatMap(network -> network.forks().entries().stream()
                        .filter(entry -> isAPeriodLong(network, entry))
                        .map(entry -> MadeRecording.of(network, entry)));
        Stream<MadeRecording> minimal = Arrays.stream(Fork.values()).map(fork -> {
            BeaconNetwork network = Networks.minimal("minimal", fork, OWN).orElseThrow();
            return MadeRecording.of(network, network.forks().entries().getLast());
        });
        return Stream.concat(known, minimal);
    }

    /// Test networks went through their first forks within minutes.
    private static boolean isAPeriodLong(BeaconNetwork network, ForkSchedule.Entry entry) {
        long newest = MadeRecording.of(network, entry).newest();
        return network.forks().at(network.preset().epochAt(newest)).equals(Optional.of(entry.fork()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void anHonestRecording_isAccepted_andEachLieRefused(MadeRecording made) throws SszException {
        MadeRecording.SortedFiles honest = made.files(MadeRecording.Change.NONE);
        Hash32 root = made.checkpoint().root();
        long now = made.newest();
        assertThat(refusal(made, root, now, honest)).isEmpty();
        assertThat(refusal(made, root, now - 1, honest)).as("beyond the clock").isPresent();
        assertThat(refusal(made, Hash32.ofNumber(1), now, honest))
                .as("another checkpoint")
                .isPresent();
        assertThat(refusal(made, root, now, honest.without("update_0.ssz")))
                .as("a period skipped")
                .isPresent();
        assertThat(refusal(made, root, now, honest.without("update_1.ssz").without("finality_update.ssz")))
                .as("fewer messages")
                .isEmpty();
        assertThat(refusal(made, root, now, made.files(new MadeRecording.Change(1, Optional.empty(), 512))))
                .as("another committee")
                .isPresent();
        assertThat(refusal(made, root, now, made.files(new MadeRecording.Change(0, Optional.empty(), 0))))
                .as("nobody signed")
                .isPresent();
        assertThat(refusal(made, root, now, made.files(signedFor(made, true))))
                .as("signed for another network")
                .isPresent();
        assertThat(refusal(made, root, now, made.files(signedFor(made, false))))
                .as("signed for another fork")
                .isPresent();
    }

    /// Small committees; the shapes of each fork are the same with large ones.
    static Stream<MadeRecording> small() {
        return recordings().filter(made -> made.network().preset().committeeSize() < 512);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void bytesTooMany_tooFew_andAltered_areRefused(MadeRecording made) throws SszException {
        MadeRecording.SortedFiles honest = made.files(MadeRecording.Change.NONE);
        for (Map.Entry<String, byte[]> file : honest.files().entrySet()) {
            byte[] genuine = file.getValue();
            assertRefused(
                    made,
                    honest.with(file.getKey(), Arrays.copyOf(genuine, genuine.length + 1)),
                    file.getKey() + " longer");
            assertRefused(
                    made,
                    honest.with(file.getKey(), Arrays.copyOf(genuine, genuine.length - 1)),
                    file.getKey() + " shorter");
            assertRefused(made, honest.with(file.getKey(), new byte[0]), file.getKey() + " empty");
            for (int tenth = 0; tenth < 10; tenth++) {
                byte[] altered = genuine.clone();
                altered[genuine.length / 11 * tenth] ^= 1;
                assertRefused(made, honest.with(file.getKey(), altered), file.getKey() + " altered at " + tenth);
            }
        }
    }

    private static void assertRefused(MadeRecording made, MadeRecording.SortedFiles files, String what) {
        assertThat(refusal(made, made.checkpoint().root(), made.newest(), files))
                .as(what)
                .isPresent();
    }

    private static MadeRecording.Change signedFor(MadeRecording made, boolean otherNetwork) {
        BeaconNetwork genuine = made.network();
        ForkSchedule otherForks = new ForkSchedule(
                genuine.forks().genesisVersion(),
                genuine.forks().entries().stream()
                        .map(entry -> new ForkSchedule.Entry(entry.fork(), entry.epoch(), Bytes.fromHex("0x77777777")))
                        .toList());
        BeaconNetwork other = new BeaconNetwork(
                genuine.name(),
                otherNetwork ? Hash32.ofNumber(1) : genuine.genesisValidatorsRoot(),
                genuine.genesisTime(),
                genuine.secondsPerSlot(),
                genuine.preset(),
                otherNetwork ? genuine.forks() : otherForks);
        return new MadeRecording.Change(0, Optional.of(other), 512);
    }

    private static Optional<String> refusal(
            MadeRecording made, Hash32 root, long now, MadeRecording.SortedFiles files) {
        String meta = "network: %s\nfork: %s\ntrusted_block_root: %s\ncurrent_slot: %d\n"
                .formatted(made.network().name(), made.fork().name().toLowerCase(Locale.ROOT), root.toHex(), now);
        if (BeaconNetwork.named(made.network().name()).isEmpty()) {
            meta += "genesis_validators_root: '" + OWN.toHex() + "'\n";
        }
        return PlainFolder.refusal(Yaml.read(meta.getBytes(StandardCharsets.UTF_8)), new TreeMap<>(files.files()));
    }
}
