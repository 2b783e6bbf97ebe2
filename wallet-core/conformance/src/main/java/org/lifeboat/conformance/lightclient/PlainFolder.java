package org.lifeboat.conformance.lightclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;

/// A folder of raw SSZ: `meta.yaml` (`network`, `fork`, `trusted_block_root`, `expect: accepted|refused`;
/// optionally `genesis_validators_root`, `current_slot`, and a `config.yaml` beside it for networks that are
/// not known here), `bootstrap.ssz`, `update_0.ssz`, `update_1.ssz` ..., `finality_update.ssz`,
/// `optimistic_update.ssz`, applied in this order. `refused` means that at least one message is refused.
final class PlainFolder implements LightClientSuite.Recording {
    @Override
    public boolean recognises(Map<String, byte[]> files) {
        return files.containsKey("meta.yaml") && files.containsKey("bootstrap.ssz");
    }

    @Override
    public void run(String folder, Map<String, byte[]> files, Report report) {
        Yaml meta = Yaml.read(files.getOrDefault("meta.yaml", new byte[0]));
        Optional<String> refusal;
        try {
            refusal = refusal(meta, files);
        } catch (SszException e) {
            refusal = Optional.of("not readable: " + e.reason());
        }
        boolean expected = meta.text("expect").equals("accepted");
        if (refusal.isEmpty() == expected) {
            report.passed();
        } else {
            report.failed(folder, refusal.orElse("accepted, but it should be refused"));
        }
    }

    private static Optional<String> refusal(Yaml meta, Map<String, byte[]> files) throws SszException {
        BeaconNetwork network = network(meta, files);
        Fork fork = Fork.valueOf(meta.text("fork").toUpperCase(Locale.ROOT));
        LightClient client = new LightClient(network);
        Bootstrap bootstrap = Bootstrap.read(bytes(files, "bootstrap.ssz"), fork, network.preset());
        Verdict verdict = client.begin(meta.hash("trusted_block_root"), bootstrap);
        List<Update> updates = updates(files, fork, network);
        long now = meta.has("current_slot")
                ? meta.number("current_slot")
                : updates.stream().mapToLong(Update::signatureSlot).max().orElse(0);
        for (Update update : updates) {
            if (!(verdict instanceof Verdict.Accepted(Store store))) {
                break;
            }
            verdict = client.process(store, update, now);
        }
        return verdict instanceof Verdict.Accepted ? Optional.empty() : Optional.of(verdict.toString());
    }

    private static List<Update> updates(Map<String, byte[]> files, Fork fork, BeaconNetwork network)
            throws SszException {
        List<Update> updates = new ArrayList<>();
        for (int i = 0; files.containsKey("update_" + i + ".ssz"); i++) {
            updates.add(Update.read(bytes(files, "update_" + i + ".ssz"), fork, network.preset()));
        }
        if (files.containsKey("finality_update.ssz")) {
            updates.add(Update.readFinality(bytes(files, "finality_update.ssz"), fork, network.preset()));
        }
        if (files.containsKey("optimistic_update.ssz")) {
            updates.add(Update.readOptimistic(bytes(files, "optimistic_update.ssz"), fork, network.preset()));
        }
        return updates;
    }

    private static BeaconNetwork network(Yaml meta, Map<String, byte[]> files) {
        if (files.containsKey("config.yaml")) {
            return Networks.of(
                    Yaml.read(files.getOrDefault("config.yaml", new byte[0])), meta.hash("genesis_validators_root"));
        }
        String name = meta.text("network");
        return BeaconNetwork.named(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown network without a config.yaml: " + name));
    }

    private static Bytes bytes(Map<String, byte[]> files, String name) {
        return Bytes.of(Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("missing file " + name)));
    }
}
