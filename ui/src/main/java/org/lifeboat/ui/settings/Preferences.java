package org.lifeboat.ui.settings;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Theme;

/// The window's settings as they lie on the disk. A value that cannot be read is as if it were not there.
public record Preferences(Optional<Language> language, Theme theme, int zoomPercent, int lockMinutes, boolean hidden) {
    public static final int SHORTEST_LOCK = 1;
    public static final int LONGEST_LOCK = 240;
    public static final Preferences FIRST = new Preferences(Optional.empty(), Theme.LIGHT, 100, 10, false);

    public static Preferences read(SettingStore store) {
        return new Preferences(
                store.find("window.language").flatMap(Language::ofTag),
                store.find("window.theme").flatMap(Preferences::theme).orElse(FIRST.theme),
                number(store, "window.zoom", Look.SMALLEST_ZOOM, Look.LARGEST_ZOOM, FIRST.zoomPercent),
                number(store, "window.lockMinutes", SHORTEST_LOCK, LONGEST_LOCK, FIRST.lockMinutes),
                store.find("window.hidden").filter("true"::equals).isPresent());
    }

    public void write(SettingStore store) {
        language.ifPresent(each -> store.put("window.language", each.tag()));
        store.put("window.theme", theme.name());
        store.put("window.zoom", Integer.toString(zoomPercent));
        store.put("window.lockMinutes", Integer.toString(lockMinutes));
        store.put("window.hidden", Boolean.toString(hidden));
    }

    public Duration idle() {
        return Duration.ofMinutes(lockMinutes);
    }

    public Preferences with(Language next) {
        return new Preferences(Optional.of(next), theme, zoomPercent, lockMinutes, hidden);
    }

    public Preferences with(Theme next) {
        return new Preferences(language, next, zoomPercent, lockMinutes, hidden);
    }

    public Preferences withZoom(int percent) {
        return new Preferences(language, theme, percent, lockMinutes, hidden);
    }

    public Preferences withLockMinutes(int minutes) {
        return new Preferences(language, theme, zoomPercent, minutes, hidden);
    }

    public Preferences withHidden(boolean next) {
        return new Preferences(language, theme, zoomPercent, lockMinutes, next);
    }

    private static Optional<Theme> theme(String name) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(name)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    private static int number(SettingStore store, String name, int least, int most, int otherwise) {
        return store.find(name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .filter(value -> value >= least && value <= most)
                .orElse(otherwise);
    }
}
