package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Knows a file's format by its shape, and runs its cases. Safe for many threads.
final class FixtureFiles {
    // One published file has a comma too many.
    private final JsonMapper mapper =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private final Selection selection;
    private final StateTests stateTests = new StateTests();
    private final BlockchainTests blockchainTests = new BlockchainTests();
    private final WitnessTests witnessTests = new WitnessTests();
    private final RecordedBlockTests recordedBlockTests = new RecordedBlockTests();

    FixtureFiles(Selection selection) {
        this.selection = selection;
    }

    List<CaseResult> run(VectorFile file) {
        if (file.name().endsWith(".yaml")) {
            boolean wanted = selection.forks().isEmpty() && selection.wants(file.path(), file.path());
            return wanted ? KzgTests.run(file) : List.of();
        }
        List<CaseResult> results = new ArrayList<>();
        JsonNode root;
        try {
            root = mapper.readTree(file.content());
        } catch (JacksonException e) {
            results.add(new CaseResult.Failed(file.path(), "not JSON"));
            return results;
        }
        if (RecordedBlock.isOne(root)) {
            recordedBlocks(file, root, results);
        } else if (root.isObject()) {
            root.properties().forEach(entry -> {
                JsonNode test = entry.getValue();
                if (test.has("post") && test.has("transaction") && test.has("pre")) {
                    stateTest(file, entry.getKey(), test, results);
                } else if (BlockchainTests.isTest(test)) {
                    blockchainTest(file, entry.getKey(), test, results);
                }
            });
        }
        precompileTests(file, root, results);
        operandTests(file, root, results);
        return results;
    }

    private void operandTests(VectorFile file, JsonNode root, List<CaseResult> results) {
        Optional<String> instruction = OperandTests.instruction(file);
        if (!root.isArray() || instruction.isEmpty() || !selection.forks().isEmpty()) {
            return;
        }
        for (int i = 0; i < root.size(); i++) {
            JsonNode vector = root.get(i);
            String name = EvmSuite.nameOf(file, String.valueOf(i));
            if (OperandTests.isVector(vector) && selection.wants(file.path(), name)) {
                results.add(guarded(name, () -> OperandTests.run(name, instruction.get(), vector)));
            }
        }
    }

    private void precompileTests(VectorFile file, JsonNode root, List<CaseResult> results) {
        List<JsonNode> vectors = PrecompileTests.vectors(root);
        Optional<Precompile> contract = vectors.isEmpty() ? Optional.empty() : PrecompileTests.contract(file, root);
        for (int i = 0; i < vectors.size(); i++) {
            JsonNode vector = vectors.get(i);
            String name = EvmSuite.nameOf(
                    file, i + (vector.has("Name") ? " " + vector.get("Name").asString() : ""));
            if (!selection.forks().isEmpty() || !selection.wants(file.path(), name)) {
                continue;
            }
            results.add(
                    contract.isPresent()
                            ? guarded(name, () -> PrecompileTests.run(name, contract.get(), vector))
                            : new CaseResult.Skipped("a precompiled contract that the file does not name"));
        }
    }

    private void stateTest(VectorFile file, String name, JsonNode test, List<CaseResult> results) {
        if (!selection.wants(file.path(), name)) {
            return;
        }
        for (var fork : test.get("post").properties()) {
            if (selection.wantsFork(fork.getKey())) {
                int index = 0;
                for (JsonNode expected : fork.getValue()) {
                    String caseName = EvmSuite.nameOf(file, name + " " + fork.getKey() + "/" + index);
                    results.add(guarded(caseName, () -> stateTests.run(caseName, test, fork.getKey(), expected)));
                    index++;
                }
            }
        }
    }

    private void recordedBlocks(VectorFile file, JsonNode root, List<CaseResult> results) {
        if (!selection.forks().isEmpty() || !selection.wants(file.path(), file.path())) {
            return;
        }
        for (RecordedBlock block : RecordedBlock.of(root)) {
            String name =
                    EvmSuite.nameOf(file, "block " + block.block().header().number());
            try {
                results.addAll(recordedBlockTests.run(name, block));
            } catch (RuntimeException e) { // the outermost edge: one broken case must not hide the others
                results.add(new CaseResult.Failed(name, "threw " + e + " at " + first(e.getStackTrace())));
            }
        }
    }

    private void blockchainTest(VectorFile file, String name, JsonNode test, List<CaseResult> results) {
        String caseName = EvmSuite.nameOf(file, name);
        if (selection.wants(file.path(), name)
                && selection.wantsFork(test.get("network").asString())) {
            results.add(guarded(
                    caseName,
                    () -> WitnessTests.isTest(name, test)
                            ? witnessTests.run(caseName, test)
                            : blockchainTests.run(caseName, test)));
        }
    }

    private interface Body {
        CaseResult run() throws Exception;
    }

    private static CaseResult guarded(String name, Body body) {
        try {
            return body.run();
        } catch (Exception | StackOverflowError e) { // the outermost edge: one broken case must not hide the others
            return new CaseResult.Failed(name, "threw " + e + " at " + first(e.getStackTrace()));
        }
    }

    private static String first(StackTraceElement[] trace) {
        return trace.length == 0 ? "?" : trace[0].toString();
    }
}
