package org.lifeboat.conformance.lightclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// A folder of raw SSZ: `meta.yaml` (`network`, `fork`, `trusted_block_root`, `expect: accepted|refused`;
/// optionally `config`, `genesis_validators_root`, `current_slot` for networks that are not known here),
/// `bootstrap.ssz`, `update_0.ssz`, `update_1.ssz` ..., `finality_update.ssz`, `optimistic_update.ssz`,
/// applied in this order. Some may be missing, numbers too. `refused` means that at least one message is
/// refused.
///
/// `config` is the configuration itself or the name of a file beside; without it, a `config.yaml` beside is
/// taken.
final class PlainFolder implements LightClientSuite.Recording {
    private static final Pattern UPDATE = Pattern.compile("update_(\\d{1,9})\\.ssz");

    @Override
    public boolean recognises(Map<String, byte[]> files) {
        return files.containsKey("meta.yaml")
                && !files.containsKey("steps.yaml")
                && files.keySet().stream().anyMatch(name -> name.endsWith(".ssz"));
    }

    @Override
    public void run(String folder, Map<String, byte[]> files, Report report) {
        Yaml meta = Yaml.read(files.getOrDefault("meta.yaml", new byte[0]));
        String expect = meta.text("expect");
        if (!expect.equals("accepted") && !expect.equals("refused")) {
            report.failed(folder, "expect is neither accepted nor refused: " + expect);
            return;
        }
        Optional<String> refusal = refusal(meta, files);
        if (refusal.isEmpty() == expect.equals("accepted")) {
            report.passed();
        } else {
            report.failed(folder, refusal.orElse("accepted, but it should be refused"));
        }
    }

    /// Why a message of the folder is refused; empty if none is.
    static Optional<String> refusal(Yaml meta, Map<String, byte[]> files) {
        BeaconNetwork network = network(meta, files);
        Fork fork = Fork.valueOf(meta.text("fork").toUpperCase(Locale.ROOT));
        if (!files.containsKey("bootstrap.ssz")) {
            return Optional.of("there is no bootstrap.ssz to begin with");
        }
        try {
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
        } catch (SszException e) {
            return Optional.of("not readable: " + e.reason());
        }
    }

    private static List<Update> updates(Map<String, byte[]> files, Fork fork, BeaconNetwork network)
            throws SszException {
        TreeMap<Integer, String> numbered = new TreeMap<>();
        for (String name : files.keySet()) {
            Matcher matcher = UPDATE.matcher(name);
            if (matcher.matches()) {
                numbered.put(Integer.parseInt(matcher.group(1)), name);
            }
        }
        List<Update> updates = new ArrayList<>();
        for (String name : numbered.values()) {
            updates.add(Update.read(bytes(files, name), fork, network.preset()));
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
        Optional<Yaml> config = meta.optionalChild("config");
        String file = meta.has("config") && config.isEmpty() ? meta.text("config") : "config.yaml";
        if (config.isEmpty() && files.containsKey(file)) {
            config = Optional.of(Yaml.read(files.getOrDefault(file, new byte[0])));
        }
        if (config.isPresent()) {
            return Networks.of(config.get(), meta.hash("genesis_validators_root"));
        }
        String name = meta.text("network");
        BeaconNetwork known = BeaconNetwork.named(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown network without a config: " + name));
        Hash32 root = meta.has("genesis_validators_root")
                ? meta.hash("genesis_validators_root")
                : known.genesisValidatorsRoot();
        return new BeaconNetwork(
                known.name(), root, known.genesisTime(), known.secondsPerSlot(), known.preset(), known.forks());
    }

    private static Bytes bytes(Map<String, byte[]> files, String name) {
        return Bytes.of(Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("missing file " + name)));
    }
}
