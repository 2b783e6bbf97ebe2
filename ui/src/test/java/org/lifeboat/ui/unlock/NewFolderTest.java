package org.lifeboat.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of other systems")
class NewFolderTest {
    private static final Path PROFILE = Path.of("/home/ann/.lifeboat");

    @Test
    void folder_isBesideTheProfile_andNotThereYet() {
        assertThat(NewFolder.beside(PROFILE, _ -> false).path()).isEqualTo(Path.of("/home/ann/.lifeboat-2"));
        Set<Path> taken = Set.of(Path.of("/home/ann/.lifeboat-2"), Path.of("/home/ann/.lifeboat-3"));
        assertThat(NewFolder.beside(PROFILE, taken::contains).path()).isEqualTo(Path.of("/home/ann/.lifeboat-4"));
    }

    @Test
    void profile_inTheRoot_hasOneToo() {
        assertThat(NewFolder.beside(Path.of("/"), _ -> false).path()).isEqualTo(Path.of("/lifeboat-2"));
        assertThat(NewFolder.beside(Path.of("/wallet"), _ -> false).path()).isEqualTo(Path.of("/wallet-2"));
    }

    @Test
    void command_canBeGivenToAShellAsItIs() {
        assertThat(command("/home/ann/.lifeboat")).isEqualTo("lifeboat --home /home/ann/.lifeboat-2");
        assertThat(command("/home/ann/my money")).isEqualTo("lifeboat --home '/home/ann/my money-2'");
        assertThat(command("/home/ann/it's $HOME")).isEqualTo("lifeboat --home '/home/ann/it'\\''s $HOME-2'");
    }

    private static String command(String profile) {
        return NewFolder.beside(Path.of(profile), _ -> false).command();
    }
}
