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
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Preset;
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
/// `config` is the configuration itself, the name of a file beside, or the name of a known network; without it,
/// a `config.yaml` beside is taken. Versions that it does not name are those of a known network. A chain that is called
/// `minimal` and not described has all forks up to `fork` from its first slot on. A folder that lacks its bootstrap
/// begins nowhere: whatever it holds is refused, as is whatever is of a fork or a network that nobody describes.
final class PlainFolder implements LightClientSuite.Recording {
    private static final Pattern UPDATE = Pattern.compile("update_(\\d{1,9})\\.ssz");

    @Override
    public boolean recognises(Map<String, byte[]> files) {
        boolean messages = files.keySet().stream().anyMatch(PlainFolder::isMessage);
        return !files.containsKey("steps.yaml")
                && (files.containsKey("meta.yaml")
                        ? messages
                                || Yaml.read(files.getOrDefault("meta.yaml", new byte[0]))
                                        .has("expect")
                        : messages && files.containsKey("bootstrap.ssz"));
    }

    private static boolean isMessage(String name) {
        return name.equals("bootstrap.ssz")
                || name.equals("finality_update.ssz")
                || name.equals("optimistic_update.ssz")
                || UPDATE.matcher(name).matches();
    }

    @Override
    public void run(String folder, Map<String, byte[]> files, Report report) {
        if (!files.containsKey("meta.yaml")) {
            report.failed(folder, "there is no meta.yaml that says what to expect");
            return;
        }
        Yaml meta = Yaml.read(files.getOrDefault("meta.yaml", new byte[0]));
        String expect = meta.text("expect").toLowerCase(Locale.ROOT);
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
        Optional<Fork> fork = Networks.fork(meta.text("fork"));
        if (fork.isEmpty()) {
            return Optional.of("the fork is not known here: " + meta.text("fork"));
        }
        Optional<BeaconNetwork> network = network(meta, files, fork.get());
        if (network.isEmpty()) {
            return Optional.of("the network " + meta.text("network")
                    + " is not known here: its config and genesis_validators_root are needed, as text or as a file");
        }
        if (!files.containsKey("bootstrap.ssz")) {
            return Optional.of("there is no bootstrap.ssz to begin with");
        }
        try {
            return refusal(meta, files, fork.get(), network.get());
        } catch (SszException e) {
            return Optional.of("not readable: " + e.reason());
        }
    }

    private static Optional<String> refusal(Yaml meta, Map<String, byte[]> files, Fork fork, BeaconNetwork network)
            throws SszException {
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
        TreeMap<Integer, String> numbered = new TreeMap<>();
        for (String name : files.keySet()) {
            Matcher matcher = UPDATE.matcher(name);
            if (matcher.matches()) {
                numbered.put(Integer.parseInt(matcher.group(1)), name);
            }
        }
        Preset preset = network.preset();
        List<Update> updates = new ArrayList<>();
        for (String name : numbered.values()) {
            updates.add(read(bytes(files, name), fork, network, (ssz, of) -> Update.read(ssz, of, preset)));
        }
        if (files.containsKey("finality_update.ssz")) {
            Bytes ssz = bytes(files, "finality_update.ssz");
            updates.add(read(ssz, fork, network, (from, of) -> Update.readFinality(from, of, preset)));
        }
        if (files.containsKey("optimistic_update.ssz")) {
            Bytes ssz = bytes(files, "optimistic_update.ssz");
            updates.add(read(ssz, fork, network, (from, of) -> Update.readOptimistic(from, of, preset)));
        }
        return updates;
    }

    private interface Reader {
        Update read(Bytes ssz, Fork fork) throws SszException;
    }

    /// A container of the named fork, or of a later one if the header that was signed lies in it: a recording may go
    /// on across a fork.
    private static Update read(Bytes ssz, Fork named, BeaconNetwork network, Reader reader) throws SszException {
        try {
            return reader.read(ssz, named);
        } catch (SszException otherShape) {
            for (ForkSchedule.Entry entry : network.forks().entries()) {
                if (entry.fork().compareTo(named) > 0) {
                    Optional<Update> update = readable(ssz, entry.fork(), reader);
                    if (update.isPresent() && isOf(update.get(), entry.fork(), network)) {
                        return update.get();
                    }
                }
            }
            throw otherShape;
        }
    }

    private static Optional<Update> readable(Bytes ssz, Fork fork, Reader reader) {
        try {
            return Optional.of(reader.read(ssz, fork));
        } catch (SszException _) {
            return Optional.empty();
        }
    }

    private static boolean isOf(Update update, Fork fork, BeaconNetwork network) {
        long slot = update.attested().beacon().slot();
        return network.forks().at(network.preset().epochAt(slot)).equals(Optional.of(fork));
    }

    /// @return empty for one that is neither known nor described
    private static Optional<BeaconNetwork> network(Yaml meta, Map<String, byte[]> files, Fork fork) {
        Optional<Hash32> root = meta.has("genesis_validators_root")
                ? Optional.of(meta.hash("genesis_validators_root"))
                : Optional.empty();
        List<String> names = List.of(name(meta, "config"), name(meta, "network"));
        Optional<BeaconNetwork> known = names.stream()
                .flatMap(name -> BeaconNetwork.named(name).stream())
                .findFirst()
                .or(() -> names.stream()
                        .flatMap(name -> root.flatMap(of -> Networks.minimal(name, fork, of)).stream())
                        .findFirst());
        Optional<Hash32> genesis = root.or(() -> known.map(BeaconNetwork::genesisValidatorsRoot));
        Optional<Yaml> config = config(meta, files);
        if (config.isPresent()) {
            return genesis.map(of -> Networks.of(config.get(), name(meta, "network"), known, of));
        }
        return known.map(base -> new BeaconNetwork(
                base.name(),
                genesis.orElseGet(base::genesisValidatorsRoot),
                base.genesisTime(),
                base.secondsPerSlot(),
                base.preset(),
                base.forks()));
    }

    private static String name(Yaml meta, String key) {
        return meta.has(key) && meta.optionalChild(key).isEmpty()
                ? meta.text(key).strip().toLowerCase(Locale.ROOT)
                : "";
    }

    private static Optional<Yaml> config(Yaml meta, Map<String, byte[]> files) {
        Optional<Yaml> inside = meta.optionalChild("config");
        String file = inside.isEmpty() && meta.has("config") ? meta.text("config") : "config.yaml";
        return inside.or(() -> Optional.ofNullable(files.get(file)).map(Yaml::read));
    }

    private static Bytes bytes(Map<String, byte[]> files, String name) {
        return Bytes.of(Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("missing file " + name)));
    }
}
