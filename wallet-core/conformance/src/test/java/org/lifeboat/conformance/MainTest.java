package org.lifeboat.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void unknownOrMissingName_listsTheNamesAndFails() {
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of("suite"),
                List.of("suite", "", ""),
                List.of("suite", "nonsense", ""),
                List.of("bench", "", ""),
                List.of("bench", "nonsense"),
                List.of("other", "proofs"))) {
            printed.reset();
            assertThat(run(arguments)).as(arguments.toString()).isNotZero();
            assertThat(text()).contains("proofs - ");
        }
    }

    @Test
    void givenFolderThatIsMissing_fails() {
        assertThat(run(List.of("suite", "proofs", folder.resolve("nowhere").toString())))
                .isNotZero();
        assertThat(text()).contains("There is no folder");
    }

    @Test
    void noCase_fails() throws IOException {
        Files.writeString(folder.resolve("unrelated.json"), "{\"a\":1}");
        assertThat(run(List.of("suite", "proofs", folder.toString()))).isNotZero();
        assertThat(lastLine()).isEqualTo("0 passed, 0 failed, 0 skipped");
    }

    @Test
    void anyFolderOfTheSameFormats_isRun() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("some/where"));
        Files.writeString(deep.resolve("mine.json"), "{\"dog\":{\"in\":\"dog\",\"out\":\"0x83646f67\"}}");
        assertThat(run(List.of("suite", "proofs", folder.toString()))).isZero();
        assertThat(lastLine()).isEqualTo("2 passed, 0 failed, 0 skipped");
    }

    @Test
    void failure_isNamedWithItsFirstDifference() throws IOException {
        Files.writeString(folder.resolve("mine.json"), "{\"dog\":{\"in\":\"dig\",\"out\":\"0x83646f67\"}}");
        assertThat(run(List.of("suite", "proofs", folder.toString()))).isNotZero();
        assertThat(text())
                .contains(
                        "FAILED mine.json dog: expected 0x83646f67 but was 0x83646967 (first difference at character 7)");
        assertThat(lastLine()).isEqualTo("1 passed, 1 failed, 0 skipped");
    }

    @Test
    void brokenFile_isAFailure() throws IOException {
        Files.writeString(folder.resolve("mine.json"), "{");
        assertThat(run(List.of("suite", "proofs", folder.toString()))).isNotZero();
        assertThat(text()).contains("FAILED mine.json: not JSON");
    }

    private int run(List<String> arguments) {
        return new Main(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return text().lines().toList().getLast();
    }
}
