package org.lifeboat.ui.look;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;

/// Whether this machine can draw Chinese. JavaFX cannot be asked for single characters, so the names of the
/// installed families are looked at; Windows and macOS bring Chinese along.
public final class ChineseFont {
    private static final List<String> SIGNS = List.of(
            "cjk",
            "wenquanyi",
            "noto sans sc",
            "noto serif sc",
            "source han",
            "microsoft yahei",
            "pingfang",
            "simsun",
            "simhei",
            "droid sans fallback",
            "ar pl",
            "han sans",
            "heiti",
            "songti");

    private ChineseFont() {}

    public static boolean present() {
        return Font.getFamilies().stream()
                .map(family -> family.toLowerCase(Locale.ROOT))
                .anyMatch(family -> SIGNS.stream().anyMatch(family::contains));
    }
}
