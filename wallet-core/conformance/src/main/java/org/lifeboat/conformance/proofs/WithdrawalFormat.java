package org.lifeboat.conformance.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// Storage proofs of OP Stack withdrawals: real ones, `[{outputRootProof, withdrawalProof, computed}]`, and
/// such whose last leaf stands inside its parent, `{cases: [{storageSlot | rawKey, proof, append}]}`.
final class WithdrawalFormat implements Format {
    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        return isWithdrawals(json) || isEmbedded(json);
    }

    private static boolean isWithdrawals(JsonNode json) {
        return json.isArray()
                && !json.isEmpty()
                && json.values().stream().allMatch(w -> w.has("withdrawalProof") && w.has("outputRootProof"));
    }

    private static boolean isEmbedded(JsonNode json) {
        JsonNode cases = json.path("cases");
        return cases.isArray()
                && !cases.isEmpty()
                && cases.values().stream().allMatch(c -> c.path("proof").isArray() && c.has("append"));
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        boolean embedded = isEmbedded(json);
        int index = 0;
        for (JsonNode test : (embedded ? json.path("cases") : json).values()) {
            String name = file.path() + " " + index++;
            report.run(name, () -> {
                if (embedded) {
                    embedded(name, test, report);
                } else {
                    withdrawal(name, test, report);
                }
            });
        }
    }

    private static void withdrawal(String name, JsonNode test, Report report) {
        JsonNode parts = test.path("outputRootProof");
        JsonNode computed = test.path("computed");
        Bytes output = Values.bytes(parts, "version")
                .plus(Values.bytes(parts, "stateRoot"))
                .plus(Values.bytes(parts, "messagePasserStorageRoot"))
                .plus(Values.bytes(parts, "latestBlockhash"));
        report.equal(name + " output root", Values.hash(computed, "outputRoot"), Keccak256.hash(output));
        byte[] key = Keccak256.digest(
                Values.bytes(computed, "sentMessagesStorageSlot").toArray());
        report.equal(name + " key", Values.bytes(computed, "hashedTrieKey"), Bytes.of(key));
        check(
                name,
                Values.hash(parts, "messagePasserStorageRoot"),
                key,
                Values.byteList(test.path("withdrawalProof")),
                report,
                Optional.of(Values.bytes(computed, "trieValueRlp")));
    }

    private static void embedded(String name, JsonNode test, Report report) {
        byte[] key = test.has("rawKey")
                ? Values.bytes(test, "rawKey").toArray()
                : Keccak256.digest(Values.bytes(test, "storageSlot").toArray());
        List<Bytes> proof = Values.byteList(test.path("proof"));
        Hash32 root = Keccak256.hash(proof.getFirst());
        check(name, root, key, proof, report, Optional.empty());
        if (test.path("append").isString()) {
            List<Bytes> longer = new ArrayList<>(proof);
            longer.add(Values.bytes(test, "append"));
            check(name + " with the leaf repeated", root, key, longer, report, Optional.empty());
            byte[] other = longer.removeLast().toArray();
            other[other.length - 1] ^= 1;
            longer.add(Bytes.of(other));
            report.equal(
                    name + " with another leaf",
                    true,
                    TrieProof.check(root, key, longer) instanceof Answer.Refuted<Optional<Bytes>>);
        }
    }

    /// Present, with the expected value where there is one.
    private static void check(
            String name, Hash32 root, byte[] key, List<Bytes> proof, Report report, Optional<Bytes> expected) {
        Answer<Optional<Bytes>> answer = TrieProof.check(root, key, proof);
        if (answer instanceof Answer.Proven<Optional<Bytes>>(Optional<Bytes> value) && value.isPresent()) {
            report.equal(name, expected.orElse(value.get()), value.get());
        } else {
            report.failed(name, "should be proven present, but is " + answer);
        }
    }
}
