package org.lifeboat.conformance.proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// ethereum/tests TrieTests: `{name: {in: {key: value} | [[key, value | null]], root}}`. A file with `secure`
/// in its name hashes the keys. Each key is also proven, present or absent, against the root of the file.
final class TrieFormat implements Format {
    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        JsonNode tests = Values.tests(json);
        return tests.isObject()
                && !tests.isEmpty()
                && tests.values().stream()
                        .allMatch(t ->
                                t.path("in").isContainer() && t.path("root").isString());
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        boolean secure = file.name().toLowerCase(Locale.ROOT).contains("secure");
        Values.tests(json).properties().forEach(entry -> {
            String name = file.path() + " " + entry.getKey();
            report.run(name, () -> one(name, entry.getValue(), secure, report));
        });
    }

    private static void one(String name, JsonNode test, boolean secure, Report report) {
        TrieBuilder trie = secure ? TrieBuilder.secure() : TrieBuilder.plain();
        Map<Bytes, Optional<Bytes>> last = new LinkedHashMap<>();
        JsonNode in = test.path("in");
        if (in.isArray()) {
            in.values().forEach(pair -> put(trie, last, pair.path(0).stringValue(), pair.path(1)));
        } else {
            in.properties().forEach(pair -> put(trie, last, pair.getKey(), pair.getValue()));
        }
        Hash32 root = Values.hash(test, "root");
        report.equal(name, root, trie.root());
        last.forEach((key, value) -> {
            byte[] path = secure ? Keccak256.digest(key.toArray()) : key.toArray();
            List<Bytes> proof = trie.proof(key);
            report.equal(name + " proof of " + key, new Answer.Proven<>(value), TrieProof.check(root, path, proof));
        });
    }

    private static void put(TrieBuilder trie, Map<Bytes, Optional<Bytes>> last, String keyText, JsonNode value) {
        Bytes key = Values.textOrHex(keyText);
        Bytes content = value.isNull() ? Bytes.EMPTY : Values.textOrHex(value.stringValue());
        trie.put(key, content);
        last.put(key, content.isEmpty() ? Optional.empty() : Optional.of(content));
    }
}
