package org.lifeboat.conformance.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.conformance.evm.StateTests;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where two runs of one case part: the first step at which depth, place, instruction or gas differ.
final class FirstStep {
    private static final JsonMapper JSON = new JsonMapper();

    private FirstStep() {}

    /// @param file the case alone
    static String difference(Path evm, Path file, JsonNode test) throws IOException {
        List<String> theirs = theirs(evm, file);
        List<String> ours = ours(test);
        for (int at = 0; at < Math.min(theirs.size(), ours.size()); at++) {
            if (!theirs.get(at).equals(ours.get(at))) {
                return "step " + at + " is " + ours.get(at) + " here and " + theirs.get(at) + " there";
            }
        }
        return theirs.size() == ours.size()
                ? "all " + ours.size() + " steps are the same"
                : "here " + ours.size() + " steps, there " + theirs.size();
    }

    private static List<String> theirs(Path evm, Path file) throws IOException {
        Process process = new ProcessBuilder(
                        evm.toString(), "statetest", "--trace", "--trace.format", "json", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> steps = new ArrayList<>();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"pc\"")) {
                    JsonNode step = JSON.readTree(line);
                    steps.add(step(
                            step.get("depth").asInt(),
                            step.get("pc").asInt(),
                            step.get("op").asInt(),
                            Long.decode(step.get("gas").asString())));
                }
            }
        }
        return steps;
    }

    private static List<String> ours(JsonNode test) {
        String fork = test.get("post").propertyNames().iterator().next();
        List<String> steps = new ArrayList<>();
        try {
            new StateTests(new Steps(steps))
                    .outcome(
                            test,
                            fork,
                            test.get("post").get(fork).get(0).get("txbytes").asString());
        } catch (RuntimeException e) { // what was seen up to there is what is asked for
            steps.add("threw " + e);
        }
        return steps;
    }

    private static String step(int depth, int place, int instruction, long gas) {
        return "depth " + depth + " pc " + place + " op 0x" + Integer.toHexString(instruction) + " gas " + gas;
    }

    private record Steps(List<String> steps) implements Listener {
        @Override
        public void enter(Entry entry) {}

        @Override
        public void exit(int depth, Outcome outcome, long gasUsed) {}

        @Override
        public void selfDestruct(Address account, Address beneficiary, Wei balance) {}

        @Override
        public boolean wantsSteps() {
            return true;
        }

        @Override
        public void step(Step step) {
            steps.add(FirstStep.step(step.depth(), step.position(), step.instruction(), step.gas()));
        }
    }
}
