package org.lifeboat.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.vault.file.NewFile.Outcome;

class NewFileTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void write_makesAFileOfItsOwner() throws IOException {
        Path file = folder.resolve("backup");

        assertThat(NewFile.write(file, CONTENT)).isEqualTo(new Outcome.Written());
        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void write_leavesWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        assertThat(NewFile.write(file, CONTENT)).isEqualTo(new Outcome.AlreadyThere());
        assertThat(file).hasContent("mine");
    }

    @Test
    void write_saysWhatTheDiskSaid() {
        assertThat(NewFile.write(folder.resolve("missing").resolve("file"), CONTENT))
                .isEqualTo(new Outcome.NotWritten("NoSuchFileException"));
    }

    @Test
    void write_cutOff_leavesNoHalfFile() {
        Path file = folder.resolve("half");
        Thread.currentThread().interrupt(); // a channel that is used now closes itself

        assertThat(NewFile.write(file, CONTENT)).isInstanceOf(Outcome.NotWritten.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
    }
}
