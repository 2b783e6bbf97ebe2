package org.lifeboat.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashLogTest {
    @Test
    void crash_isWrittenWithoutItsMessage(@TempDir Path profile) throws IOException {
        Path file = CrashLog.write(
                        new IllegalStateException("abandon abandon", new NumberFormatException("zoo")), profile)
                .orElseThrow();

        assertThat(Files.readString(file))
                .contains(
                        "java.lang.IllegalStateException", "caused by java.lang.NumberFormatException", "CrashLogTest")
                .doesNotContain("abandon", "zoo");
    }

    @Test
    void profileThatIsMissing_getsNoFolderAndATemporaryFile(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none");

        Path file = CrashLog.write(new IllegalStateException(), missing).orElseThrow();

        assertThat(missing).doesNotExist();
        assertThat(file).exists();
        Files.delete(file);
    }
}
