package org.lifeboat.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedFileTest {
    @TempDir
    Path folder;

    /// Runs in a JVM of its own, which dies at the given step as if the power had gone.
    static final class Victim {
        public static void main(String[] arguments) throws IOException {
            OwnedFile.Step last = OwnedFile.Step.valueOf(arguments[1]);
            new OwnedFile(Path.of(arguments[0]), step -> {
                        if (step == last) {
                            Runtime.getRuntime().halt(9);
                        }
                    })
                    .write("new".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void crashAtAnyStep_leavesTheOldContentOrTheNewAndTheNextWriteWorks() throws Exception {
        Path file = folder.resolve("file");
        for (OwnedFile.Step step : OwnedFile.Step.values()) {
            new OwnedFile(file).write("old".getBytes(StandardCharsets.UTF_8));

            Process victim = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            file.toString(),
                            step.name()))
                    .redirectErrorStream(true)
                    .start();
            assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(victim.exitValue()).isEqualTo(9);
            boolean renamed = step.compareTo(OwnedFile.Step.RENAMED) >= 0;
            assertThat(Files.readString(file)).as(step.name()).isEqualTo(renamed ? "new" : "old");
        }
        new OwnedFile(file).write("after".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(file)).isEqualTo("after");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void read_refusesWhatIsTooLarge() throws IOException {
        Path file = folder.resolve("file");
        new OwnedFile(file).write(new byte[11]);

        assertThat(new OwnedFile(file).read(11)).hasSize(11);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new OwnedFile(file).read(10))
                .isInstanceOf(IOException.class);
    }
}
