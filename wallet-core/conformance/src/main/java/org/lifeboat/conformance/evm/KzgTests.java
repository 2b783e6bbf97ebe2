package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifeboat.crypto.kzg.Kzg;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.testkit.vectors.VectorFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The consensus specification's vectors for `verify_kzg_proof`: `{input: {commitment, z, y, proof},
/// output}`, where an output of null means that the input is malformed.
final class KzgTests {
    private KzgTests() {}

    static List<CaseResult> run(VectorFile file) {
        List<CaseResult> results = new ArrayList<>();
        Object document = new Load(LoadSettings.builder().build()).loadFromString(file.text());
        if (document instanceof Map<?, ?> root && root.get("input") instanceof Map<?, ?> input) {
            if (input.keySet().containsAll(List.of("commitment", "z", "y", "proof"))) {
                boolean expected = Boolean.TRUE.equals(root.get("output"));
                boolean holds = Kzg.verify(
                        bytes(input, "commitment"), bytes(input, "z"), bytes(input, "y"), bytes(input, "proof"));
                results.add(
                        holds == expected
                                ? new CaseResult.Passed()
                                : new CaseResult.Failed(file.path(), "expected " + expected + " but was " + holds));
            }
        }
        return results;
    }

    private static byte[] bytes(Map<?, ?> input, String name) {
        return Bytes.fromHex(String.valueOf(input.get(name))).toArray();
    }
}
