package org.lifeboat.conformance.lightclient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;

/// Makes plain folders of another recording, the genuine one and false ones, and says whether each is judged
/// as it must be. Used once for one recording.
final class PlainFolders {
    /// `signature_slot` is a message's last field, and not signed.
    private static final int SIGNATURE_SLOT = 8;

    private final BeaconNetwork network;
    private final Fork fork;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Hash32 root;
    private long newest;

    private PlainFolders(BeaconNetwork network, Fork fork, Hash32 root) {
        this.network = network;
        this.fork = fork;
        this.root = root;
    }

    /// @param updates in the order in which they were signed
    static void run(String folder, BeaconNetwork network, Bootstrap bootstrap, List<Update> updates, Report report)
            throws SszException {
        Fork fork = network.forks()
                .at(network.preset().epochAt(bootstrap.header().beacon().slot()))
                .orElseThrow();
        PlainFolders made =
                new PlainFolders(network, fork, bootstrap.header().beacon().root());
        made.write(bootstrap, updates);
        made.judge(folder, report);
    }

    /// Keeps the messages that follow one another in the order of a plain folder.
    private void write(Bootstrap bootstrap, List<Update> updates) throws SszException {
        files.put("bootstrap.ssz", bootstrap.write(fork, network.preset()).toArray());
        LightClient client = new LightClient(network);
        if (!(client.begin(root, bootstrap) instanceof Verdict.Accepted(Store store))) {
            throw new IllegalArgumentException("the bootstrap does not hold");
        }
        int number = 0;
        for (Update update : updates) {
            if (update.next().isPresent()
                    && client.process(store, update, Long.MAX_VALUE) instanceof Verdict.Accepted(Store after)) {
                store = after;
                // Numbers may be left out.
                put("update_" + 2 * number++ + ".ssz", update, update.write(fork, network.preset()));
            }
        }
        for (Update update : updates) {
            if (update.next().isEmpty() && client.process(store, update, Long.MAX_VALUE) instanceof Verdict.Accepted) {
                boolean finality = update.finality().isPresent();
                put(
                        finality ? "finality_update.ssz" : "optimistic_update.ssz",
                        update,
                        finality
                                ? update.writeFinality(fork, network.preset())
                                : update.writeOptimistic(fork, network.preset()));
            }
        }
    }

    private void put(String name, Update update, Bytes ssz) {
        files.put(name, ssz.toArray());
        newest = Math.max(newest, update.signatureSlot());
    }

    private void judge(String folder, Report report) {
        expect(folder + "as a plain folder", true, root, newest, files, report);
        byte[] other = root.toArray();
        other[0] ^= 1;
        expect(folder + "with another root", false, Hash32.of(other), newest, files, report);
        if (newest > 0) {
            expect(folder + "before its newest message", false, root, newest - 1, files, report);
        }
        files.forEach((name, content) -> {
            byte[] flipped = content.clone();
            flipped[(content.length - SIGNATURE_SLOT) / 2] ^= 16;
            expect(folder + name + " with a bit flipped", false, root, newest, with(name, flipped), report);
            byte[] cut = java.util.Arrays.copyOf(content, content.length - 1);
            expect(folder + name + " cut off", false, root, newest, with(name, cut), report);
        });
    }

    private Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> other = new TreeMap<>(files);
        other.put(name, content);
        return other;
    }

    private void expect(
            String name, boolean accepted, Hash32 trusted, long now, Map<String, byte[]> content, Report report) {
        StringBuilder meta = new StringBuilder("network: %s\nfork: %s\ntrusted_block_root: %s\ncurrent_slot: %d\n"
                .formatted(network.name(), fork.name().toLowerCase(java.util.Locale.ROOT), trusted.toHex(), now));
        if (BeaconNetwork.named(network.name()).isEmpty()) {
            meta.append("genesis_validators_root: '%s'\nconfig:\n  PRESET_BASE: %s\n  GENESIS_FORK_VERSION: %s\n"
                    .formatted(
                            network.genesisValidatorsRoot().toHex(),
                            network.name(),
                            network.forks().genesisVersion().toHex()));
            network.forks()
                    .entries()
                    .forEach(entry -> meta.append("  %s_FORK_EPOCH: %d\n  %s_FORK_VERSION: %s\n"
                            .formatted(
                                    entry.fork(),
                                    entry.epoch(),
                                    entry.fork(),
                                    entry.version().toHex())));
        }
        Optional<String> refusal = PlainFolder.refusal(
                Yaml.read(meta.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)), content);
        if (refusal.isEmpty() == accepted) {
            report.passed();
        } else {
            report.failed(name, refusal.orElse("accepted"));
        }
    }
}
