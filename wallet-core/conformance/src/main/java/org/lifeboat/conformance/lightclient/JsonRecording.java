package org.lifeboat.conformance.lightclient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rpc.beacon.LightClientJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers of a beacon node as JSON: a bootstrap, updates, finality and optimistic updates.
/// With a `genesis.json` and a `spec.json` beside them the network is the one they describe, else mainnet.
final class JsonRecording implements LightClientSuite.Recording {
    private final JsonMapper mapper = new JsonMapper();

    @Override
    public boolean recognises(Map<String, byte[]> files) {
        return bootstrapName(files).isPresent();
    }

    @Override
    public void run(String folder, Map<String, byte[]> files, Report report) throws Exception {
        BeaconNetwork network = network(files);
        LightClient client = new LightClient(network);
        String bootstrapName = bootstrapName(files).orElseThrow();
        Bootstrap bootstrap = LightClientJson.bootstrap(data(files, bootstrapName));
        Hash32 root = bootstrap.header().beacon().root();
        if (!(client.begin(root, bootstrap) instanceof Verdict.Accepted(Store store))) {
            report.failed(folder + bootstrapName, "refused");
            return;
        }
        report.passed();
        List<NamedUpdate> updates = updates(files);
        List<Update> messages = updates.stream().map(NamedUpdate::update).toList();
        PlainFolders.run(folder, network, bootstrap, messages, report);
        new Mutations(network, folder, report).run(bootstrap, messages);
        for (NamedUpdate named : updates) {
            // Recordings hold no clock: the newest slot they speak of is "now".
            long now = named.update().signatureSlot();
            Verdict verdict = client.process(store, named.update(), now);
            switch (verdict) {
                case Verdict.Accepted(Store next) -> {
                    report.passed();
                    store = next;
                }
                // A message recorded earlier than its neighbours may bring nothing new; nothing else may fail.
                case Verdict.Refused(Verdict.Reason reason)
                when reason == Verdict.Reason.NOTHING_NEW -> report.passed();
                case Verdict.Refused(Verdict.Reason reason) ->
                    report.failed(folder + named.name(), "refused: " + reason);
                case Verdict.UpdateNeeded _ -> report.failed(folder + named.name(), "update needed");
            }
        }
    }

    private record NamedUpdate(String name, Update update) {}

    private List<NamedUpdate> updates(Map<String, byte[]> files) throws Exception {
        List<NamedUpdate> updates = new ArrayList<>();
        for (String name : files.keySet()) {
            JsonNode json = isUpdate(name) ? mapper.readTree(files.get(name)) : mapper.nullNode();
            if (json.isArray()) {
                int number = 0;
                for (JsonNode entry : json) {
                    updates.add(
                            new NamedUpdate(name + "[" + number++ + "]", LightClientJson.update(entry.path("data"))));
                }
            } else if (json.has("data")) { // a recorded error answer has none
                updates.add(new NamedUpdate(name, LightClientJson.update(json.path("data"))));
            }
        }
        // In the order in which they were signed, whatever their files are called.
        updates.sort(Comparator.comparingLong(named -> named.update().signatureSlot()));
        return updates;
    }

    private static boolean isUpdate(String name) {
        return name.endsWith(".json")
                && (name.contains("update") || name.contains("finality") || name.contains("optimistic"));
    }

    private static Optional<String> bootstrapName(Map<String, byte[]> files) {
        return List.of("bootstrap.json", "lc_bootstrap.json").stream()
                .filter(files::containsKey)
                .findFirst();
    }

    private JsonNode data(Map<String, byte[]> files, String name) {
        return mapper.readTree(files.get(name)).path("data");
    }

    private BeaconNetwork network(Map<String, byte[]> files) {
        if (!files.containsKey("spec.json") || !files.containsKey("genesis.json")) {
            return BeaconNetwork.MAINNET;
        }
        JsonNode spec = data(files, "spec.json");
        String root =
                data(files, "genesis.json").path("genesis_validators_root").asString();
        return Networks.of(
                spec.path("PRESET_BASE").asString(),
                Bytes.fromHex(spec.path("GENESIS_FORK_VERSION").asString()),
                fork -> spec.has(fork + "_FORK_EPOCH")
                        ? Optional.of(epoch(spec.path(fork + "_FORK_EPOCH").asString()))
                        : Optional.empty(),
                fork -> Bytes.fromHex(spec.path(fork.name().toUpperCase(Locale.ROOT) + "_FORK_VERSION")
                        .asString()),
                Hash32.fromHex(root));
    }

    private static long epoch(String decimal) {
        // FAR_FUTURE_EPOCH, 2^64-1, stands for "never".
        return decimal.length() > 18 ? Long.MAX_VALUE : Long.parseLong(decimal);
    }
}
