package org.lifeboat.conformance.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hash32;
import tools.jackson.databind.JsonNode;

/// Answers of real nodes, found anywhere in a JSON file: blocks, `eth_getProof` results, lists of receipts.
///
/// A proof or a list of receipts may lie in another file than its block: those checks wait until all files were
/// read.
final class RecordedAnswers {
    private final BlockCheck blocks;
    private final Set<Hash32> stateRoots = new HashSet<>();
    private final Map<Hash32, Hash32> receiptsRoots = new HashMap<>();
    private final List<Waiting> proofs = new ArrayList<>();
    private final List<Waiting> receipts = new ArrayList<>();

    private record Waiting(String name, JsonNode json) {}

    RecordedAnswers(Secp256k1 curve) {
        this.blocks = new BlockCheck(curve);
    }

    /// Looks through `json`, at any depth.
    void collect(String name, JsonNode json, Report report) {
        if (json.isArray()) {
            if (ReceiptsCheck.isReceipts(json)) {
                receipts.add(new Waiting(name, json));
            }
            json.values().forEach(value -> collect(name, value, report));
        } else if (json.isObject()) {
            if (ProofCheck.isProof(json)) {
                proofs.add(new Waiting(name, json));
            } else if (BlockCheck.isBlock(json)) {
                report.run(name, () -> block(name, json, report));
            } else {
                json.properties().forEach(e -> collect(name + " " + e.getKey(), e.getValue(), report));
            }
        }
    }

    private void block(String name, JsonNode json, Report report) {
        stateRoots.add(Values.hash(json, "stateRoot"));
        receiptsRoots.put(Values.hash(json, "hash"), Values.hash(json, "receiptsRoot"));
        blocks.run(name + " block " + Values.number(json, "number"), json, report);
    }

    /// Runs what waited.
    void finish(Report report) {
        int tied = 0;
        for (Waiting proof : proofs) {
            ProofCheck check = new ProofCheck(proof.json());
            tied += check.hasRootIn(stateRoots) ? 1 : 0;
            report.run(proof.name(), () -> check.run(proof.name(), report));
        }
        if (!proofs.isEmpty()) {
            report.note(tied + " of " + proofs.size() + " account proofs are against the state root of a block found"
                    + " beside them; the others against their own first node");
        }
        for (Waiting list : receipts) {
            report.run(list.name(), () -> ReceiptsCheck.run(list.name(), list.json(), receiptsRoots, report));
        }
    }
}
