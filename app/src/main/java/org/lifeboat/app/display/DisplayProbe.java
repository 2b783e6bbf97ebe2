package org.lifeboat.app.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifeboat.app.display.Display.Reason;

/// Finds out what the machine can show. Opens nothing but a connection to the display, which it closes again.
public final class DisplayProbe {
    private static final String PACKAGE_PANGO = "libpangoft2-1.0-0";
    private static final String PACKAGE_FONTCONFIG = "fontconfig";
    private static final String PACKAGE_FONT = "fonts-dejavu-core";

    private final Map<String, String> environment;
    private final String operatingSystem;
    private final NativeLibraries libraries;

    /// @param environment the variables of the process
    /// @param operatingSystem as `os.name` says it
    public DisplayProbe(Map<String, String> environment, String operatingSystem, NativeLibraries libraries) {
        this.environment = Map.copyOf(environment);
        this.operatingSystem = operatingSystem;
        this.libraries = libraries;
    }

    public Display look() {
        if (!operatingSystem.startsWith("Linux")) {
            return new Display.Window(); // Windows and macOS bring everything along
        }
        List<String> missing = missingPackages();
        if (!missing.isEmpty()) {
            return new Display.Nothing(missing);
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return new Display.PicturesOnly(Reason.NO_DISPLAY);
        }
        if (!libraries.load("libgtk-3.so.0") || !libraries.load("libXtst.so.6")) {
            return new Display.PicturesOnly(Reason.NO_GTK);
        }
        return libraries.displayAnswers() ? new Display.Window() : new Display.PicturesOnly(Reason.DISPLAY_SILENT);
    }

    private List<String> missingPackages() {
        List<String> missing = new ArrayList<>();
        if (!libraries.load("libpangoft2-1.0.so.0")) {
            missing.add(PACKAGE_PANGO);
        }
        if (!libraries.load("libfontconfig.so.1")) {
            missing.add(PACKAGE_FONTCONFIG);
            missing.add(PACKAGE_FONT);
        } else if (libraries.fonts() == 0) {
            missing.add(PACKAGE_FONT);
        }
        return missing;
    }
}
