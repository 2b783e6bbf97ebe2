package org.lifeboat.app.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.app.display.Display.Reason;

class DisplayProbeTest {
    private static final Set<String> DRAWING = Set.of("libpangoft2-1.0.so.0", "libfontconfig.so.1");
    private static final Set<String> ALL =
            Set.of("libpangoft2-1.0.so.0", "libfontconfig.so.1", "libgtk-3.so.0", "libXtst.so.6");
    private static final Map<String, String> WITH_DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void linux_withEverything_hasAWindow() {
        assertThat(probe(WITH_DISPLAY, new Machine(ALL, 3, true))).isEqualTo(new Display.Window());
    }

    @Test
    void linux_withoutDisplay_saysSo() {
        assertThat(probe(Map.of(), new Machine(ALL, 3, true))).isEqualTo(new Display.PicturesOnly(Reason.NO_DISPLAY));
        assertThat(probe(Map.of("DISPLAY", " "), new Machine(ALL, 3, true)))
                .isEqualTo(new Display.PicturesOnly(Reason.NO_DISPLAY));
    }

    @Test
    void linux_withASilentDisplay_saysSo() {
        assertThat(probe(WITH_DISPLAY, new Machine(ALL, 3, false)))
                .isEqualTo(new Display.PicturesOnly(Reason.DISPLAY_SILENT));
    }

    @Test
    void linux_withoutGtk_saysSo() {
        assertThat(probe(WITH_DISPLAY, new Machine(DRAWING, 3, true)))
                .isEqualTo(new Display.PicturesOnly(Reason.NO_GTK));
    }

    @Test
    void linux_withoutPango_namesThePackage() {
        assertThat(probe(WITH_DISPLAY, new Machine(Set.of("libfontconfig.so.1"), 3, true)))
                .isEqualTo(new Display.Nothing(List.of("libpangoft2-1.0-0")));
    }

    @Test
    void linux_withoutFonts_namesThePackage() {
        assertThat(probe(WITH_DISPLAY, new Machine(ALL, 0, true)))
                .isEqualTo(new Display.Nothing(List.of("fonts-dejavu-core")));
    }

    @Test
    void bareLinux_isToldAllThreePackages() {
        assertThat(probe(Map.of(), new Machine(Set.of(), 0, false)))
                .isEqualTo(new Display.Nothing(List.of("libpangoft2-1.0-0", "fontconfig", "fonts-dejavu-core")));
    }

    @Test
    void windowsAndMac_areNotProbed() {
        for (String system : List.of("Windows 11", "Mac OS X")) {
            assertThat(new DisplayProbe(Map.of(), system, new Machine(Set.of(), 0, false)).look())
                    .isEqualTo(new Display.Window());
        }
    }

    @Test
    void missingLibrary_isNotLoaded() {
        assertThat(new SystemLibraries().load("libno-such-library-anywhere.so.7"))
                .isFalse();
    }

    private static Display probe(Map<String, String> environment, Machine machine) {
        return new DisplayProbe(environment, "Linux", machine).look();
    }

    private record Machine(Set<String> installed, int fonts, boolean displayAnswers) implements NativeLibraries {
        @Override
        public boolean load(String fileName) {
            return installed.contains(fileName);
        }
    }
}
