package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileFolderTest {
    @Test
    void linux_followsTheXdgSpecification() {
        assertThat(ProfileFolder.byConvention("Linux", Map.of("XDG_DATA_HOME", "/data"), "/me"))
                .isEqualTo(Path.of("/data/lifeboat"));
        assertThat(ProfileFolder.byConvention("Linux", Map.of("XDG_DATA_HOME", "relative"), "/me"))
                .isEqualTo(Path.of("/me/.local/share/lifeboat"));
        assertThat(ProfileFolder.byConvention("FreeBSD", Map.of(), "/me"))
                .isEqualTo(Path.of("/me/.local/share/lifeboat"));
    }

    @Test
    void windows_usesTheRoamingFolder() {
        assertThat(ProfileFolder.byConvention("Windows 11", Map.of("APPDATA", "R"), "H"))
                .isEqualTo(Path.of("R", "Lifeboat"));
        assertThat(ProfileFolder.byConvention("Windows 11", Map.of(), "H"))
                .isEqualTo(Path.of("H", "AppData", "Roaming", "Lifeboat"));
    }

    @Test
    void mac_usesApplicationSupport() {
        assertThat(ProfileFolder.byConvention("Mac OS X", Map.of(), "/me"))
                .isEqualTo(Path.of("/me/Library/Application Support/Lifeboat"));
    }
}
