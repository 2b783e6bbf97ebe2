package org.lifeboat.conformance.lightclient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;

/// The `light_client/sync` tests of ethereum/consensus-spec-tests: a bootstrap, then steps with their
/// expected store. Format: consensus-specs `tests/formats/light_client/sync.md`.
final class SyncSteps implements LightClientSuite.Recording {
    @Override
    public boolean recognises(Map<String, byte[]> files) {
        return files.containsKey("steps.yaml") && files.containsKey("bootstrap.ssz_snappy");
    }

    @Override
    public void run(String folder, Map<String, byte[]> files, Report report) throws Exception {
        Yaml meta = Yaml.read(file(files, "meta.yaml"));
        BeaconNetwork network =
                Networks.of(Yaml.read(file(files, "config.yaml")), "mainnet", meta.hash("genesis_validators_root"));
        LightClient client = new LightClient(network);
        Fork fork = Networks.byDigest(network, meta.bytes("bootstrap_fork_digest", 4));
        Bootstrap bootstrap = Bootstrap.read(unpack(file(files, "bootstrap.ssz_snappy")), fork, network.preset());
        if (!(client.begin(meta.hash("trusted_block_root"), bootstrap) instanceof Verdict.Accepted(Store store))) {
            report.failed(folder, "the bootstrap was refused");
            return;
        }
        report.passed();
        int number = 0;
        for (Yaml step : Yaml.readList(file(files, "steps.yaml"))) {
            String name = folder + "step " + number++;
            Optional<Store> next = step(client, network, files, store, step, name, report);
            if (next.isEmpty()) {
                return;
            }
            store = next.get();
        }
        new Mutations(network, folder, report).run(bootstrap, updates(files, fork, network));
    }

    /// All updates of the folder, in the order in which they were signed; without those of another fork's shape.
    private static List<Update> updates(Map<String, byte[]> files, Fork fork, BeaconNetwork network)
            throws IOException {
        List<Update> updates = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("update_")) {
                read(unpack(file.getValue()), fork, network).ifPresent(updates::add);
            }
        }
        updates.sort(Comparator.comparingLong(Update::signatureSlot));
        return updates;
    }

    private static Optional<Update> read(Bytes ssz, Fork fork, BeaconNetwork network) {
        try {
            return Optional.of(Update.read(ssz, fork, network.preset()));
        } catch (SszException _) {
            return Optional.empty();
        }
    }

    /// @return empty if the step failed, so that the following ones mean nothing
    private static Optional<Store> step(
            LightClient client,
            BeaconNetwork network,
            Map<String, byte[]> files,
            Store store,
            Yaml step,
            String name,
            Report report)
            throws Exception {
        if (step.optionalChild("process_update").isPresent()) {
            Yaml body = step.child("process_update");
            Fork fork = Networks.byDigest(network, body.bytes("update_fork_digest", 4));
            Bytes ssz = unpack(file(files, body.text("update") + ".ssz_snappy"));
            Verdict verdict =
                    client.process(store, Update.read(ssz, fork, network.preset()), body.number("current_slot"));
            if (!(verdict instanceof Verdict.Accepted(Store next))) {
                report.failed(name, "refused: " + verdict);
                return Optional.empty();
            }
            return check(network, next, body.child("checks"), name, report);
        }
        if (step.optionalChild("force_update").isPresent()) {
            Yaml body = step.child("force_update");
            return check(
                    network,
                    client.forceUpdate(store, body.number("current_slot")),
                    body.child("checks"),
                    name,
                    report);
        }
        if (step.has("upgrade_store")) {
            // Our store keeps each header in the shape it came in: there is nothing to upgrade.
            return Optional.of(store);
        }
        report.failed(name, "unknown kind of step " + step);
        return Optional.empty();
    }

    private static Optional<Store> check(BeaconNetwork network, Store store, Yaml checks, String name, Report report) {
        int before = report.failedCount();
        header(network, store.finalized(), checks.child("finalized_header"), name + " finalized", report);
        header(network, store.optimistic(), checks.child("optimistic_header"), name + " optimistic", report);
        return report.failedCount() == before ? Optional.of(store) : Optional.empty();
    }

    private static void header(
            BeaconNetwork network, LightClientHeader header, Yaml expected, String name, Report report) {
        report.equal(name + " slot", expected.number("slot"), header.beacon().slot());
        report.equal(
                name + " beacon_root",
                expected.hash("beacon_root"),
                header.beacon().root());
        Fork fork = network.forks()
                .at(network.preset().epochAt(header.beacon().slot()))
                .orElseThrow();
        if (expected.has("execution_root")) { // There is none in the tests of Altair and Bellatrix.
            report.equal(
                    name + " execution_root", Optional.of(expected.hash("execution_root")), header.executionRoot(fork));
        }
    }

    static Bytes unpack(byte[] snappy) throws IOException {
        try (var in = new SnappyCompressorInputStream(new ByteArrayInputStream(snappy))) {
            return Bytes.of(in.readAllBytes());
        }
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("missing file " + name));
    }
}
