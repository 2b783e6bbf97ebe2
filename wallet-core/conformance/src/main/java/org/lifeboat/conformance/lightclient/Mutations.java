package org.lifeboat.conformance.lightclient;

import java.util.Map;
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

/// Flips one bit of every byte of an update that brings a committee and finality. None may be accepted, but
/// for the signature slot, which is not signed: where it stays in its period and fork, the store must come
/// out the same.
record Mutations(LightClient client, BeaconNetwork network, Bootstrap bootstrap, Hash32 trusted) {

    /// Takes the folder's first update that follows its bootstrap directly.
    void run(String folder, Map<String, byte[]> files, Report report) throws Exception {
        if (!(client.begin(trusted, bootstrap) instanceof Verdict.Accepted(Store start))) {
            throw new IllegalStateException("the bootstrap was accepted before");
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("update_") && file.getKey().endsWith("_sf.ssz_snappy")) {
                Bytes ssz = SyncSteps.unpack(file.getValue());
                Update genuine = Update.read(ssz, Fork.ELECTRA, network.preset());
                if (client.process(start, genuine, Long.MAX_VALUE) instanceof Verdict.Accepted(Store expected)) {
                    for (int at = 0; at < ssz.size(); at++) {
                        byte[] flipped = ssz.toArray();
                        flipped[at] ^= (byte) (1 << (at % 8));
                        String name = folder + file.getKey() + " byte " + at;
                        verdict(name, Bytes.of(flipped), start, expected, genuine, report);
                    }
                    return;
                }
            }
        }
        report.skipped("no update in the folder follows its bootstrap directly");
    }

    private void verdict(String name, Bytes ssz, Store start, Store expected, Update genuine, Report report) {
        try {
            Update update = Update.read(ssz, Fork.ELECTRA, network.preset());
            boolean slotOnly = update.signatureSlot() != genuine.signatureSlot();
            if (client.process(start, update, Long.MAX_VALUE) instanceof Verdict.Accepted(Store store)) {
                boolean same = store.finalized().equals(expected.finalized())
                        && store.next().equals(expected.next())
                        && store.optimistic().equals(expected.optimistic());
                if (!slotOnly || !same) {
                    report.failed(name, "an altered update was accepted");
                    return;
                }
            }
            report.passed();
        } catch (SszException _) {
            report.passed(); // refused while reading
        }
    }
}
