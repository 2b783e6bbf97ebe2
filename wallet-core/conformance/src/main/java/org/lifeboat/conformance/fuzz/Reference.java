package org.lifeboat.conformance.fuzz;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// go-ethereum's `evm statetest`, kept running: told a file a line, it answers with a JSON list of results.
final class Reference implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Reference(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param program the path of `evm`
    static Reference start(Path program) throws IOException {
        return new Reference(new ProcessBuilder(program.toString(), "statetest")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// Runs every test of one file.
    /// @return what it found wrong, by the test's name; the empty text where all was as expected
    Map<String, String> run(Path file) throws IOException {
        questions.write(file + "\n");
        questions.flush();
        StringBuilder list = new StringBuilder();
        String line = answers.readLine();
        while (line != null && !line.equals("]")) {
            list.append(line).append('\n');
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the other program ended. It said: " + list);
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode result : JSON.readTree(list.append(']').toString()).values()) {
            boolean passed = result.get("pass").asBoolean();
            found.put(
                    result.get("name").asString(),
                    passed ? "" : result.path("error").asString("failed without a reason"));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
