package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSavingTest {
    @TempDir
    Path folder;

    @Test
    void file_isWrittenWholeAndForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("activity.csv");
        Files.writeString(file, "what was there before, and longer");

        assertThat(FileSaving.write(file, "金额,1\n")).isEqualTo(new FileSaving.Outcome.Written(file));

        assertThat(file).hasContent("金额,1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder)) {
            assertThat(all).as("nothing half written stays").containsExactly(file);
        }
    }

    @Test
    void file_thatCannotBeWrittenIsReportedAndNothingIsLeft() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("activity.csv");
        Path taken = Files.createDirectories(folder.resolve("a folder").resolve("inside"))
                .getParent();

        assertThat(FileSaving.write(nowhere, "x")).isEqualTo(new FileSaving.Outcome.NoFolder(nowhere));
        assertThat(FileSaving.write(taken, "x")).isInstanceOf(FileSaving.Outcome.NotWritten.class);
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(taken);
        }
    }
}
