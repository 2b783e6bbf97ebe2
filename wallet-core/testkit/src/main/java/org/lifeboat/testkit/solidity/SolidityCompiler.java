package org.lifeboat.testkit.solidity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lifeboat.testkit.anvil.Rig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Runs the rig's `solc` over Solidity texts. About a second a run.
public final class SolidityCompiler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SolidityCompiler() {}

    /// @param sources texts by file name
    /// @return all contracts by name
    /// @throws IllegalStateException with the compiler's messages, if it finds an error
    public static Map<String, CompiledContract> compile(Map<String, String> sources) {
        Map<String, Object> files = new LinkedHashMap<>();
        sources.forEach((name, text) -> files.put(name, Map.of("content", text)));
        Map<String, Object> settings = Map.of(
                "optimizer", Map.of("enabled", true, "runs", 200),
                "metadata", Map.of("bytecodeHash", "none"), // The code shall not change with a comment.
                "outputSelection",
                        Map.of("*", Map.of("*", new String[] {"evm.bytecode.object", "evm.deployedBytecode.object"})));
        JsonNode output = run(Map.of("language", "Solidity", "sources", files, "settings", settings));
        for (JsonNode message : output.path("errors")) {
            if (message.path("severity").asString().equals("error")) {
                throw new IllegalStateException(message.path("formattedMessage").asString());
            }
        }
        return contracts(output);
    }

    private static Map<String, CompiledContract> contracts(JsonNode output) {
        Map<String, CompiledContract> found = new LinkedHashMap<>();
        for (JsonNode file : output.get("contracts")) {
            for (Map.Entry<String, JsonNode> contract : file.properties()) {
                JsonNode evm = contract.getValue().get("evm");
                String creation = "0x" + evm.get("bytecode").get("object").stringValue();
                String runtime =
                        "0x" + evm.get("deployedBytecode").get("object").stringValue();
                found.put(contract.getKey(), new CompiledContract(contract.getKey(), creation, runtime));
            }
        }
        return found;
    }

    private static JsonNode run(Object input) {
        Rig.solc(); // Says which program is missing, instead of node's own stack trace.
        try {
            Process process = new ProcessBuilder("node", Rig.compileScript().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(JSON.writeValueAsBytes(input));
            }
            return JSON.readTree(process.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the program node could not run the rig's solc", e);
        }
    }

    /// One of our own files, from beside this class.
    static String source(String fileName) {
        try (InputStream file = SolidityCompiler.class.getResourceAsStream(fileName)) {
            if (file == null) {
                throw new IllegalArgumentException("no such source: " + fileName);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
