package org.lifeboat.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of other systems")
class NewFolderTest {
    private static final Path PROFILE = Path.of("/srv/ann/.lifeboat");

    @Test
    void folder_isBesideTheProfile_andNotThereYet() {
        assertThat(NewFolder.beside(PROFILE, _ -> false).path()).isEqualTo(Path.of("/srv/ann/.lifeboat-2"));
        Set<Path> taken = Set.of(Path.of("/srv/ann/.lifeboat-2"), Path.of("/srv/ann/.lifeboat-3"));
        assertThat(NewFolder.beside(PROFILE, taken::contains).path()).isEqualTo(Path.of("/srv/ann/.lifeboat-4"));
    }

    @Test
    void profile_inTheRoot_hasOneToo() {
        assertThat(NewFolder.beside(Path.of("/"), _ -> false).path()).isEqualTo(Path.of("/lifeboat-2"));
        assertThat(NewFolder.beside(Path.of("/wallet"), _ -> false).path()).isEqualTo(Path.of("/wallet-2"));
    }

    @Test
    void command_canBeGivenToAShellAsItIs() {
        assertThat(command("/srv/ann/.lifeboat")).isEqualTo("lifeboat --home /srv/ann/.lifeboat-2");
        assertThat(command("/srv/ann/my money")).isEqualTo("lifeboat --home '/srv/ann/my money-2'");
        assertThat(command("/srv/ann/it's $HOME")).isEqualTo("lifeboat --home '/srv/ann/it'\\''s $HOME-2'");
    }

    private static String command(String profile) {
        return NewFolder.beside(Path.of(profile), _ -> false).command();
    }
}
