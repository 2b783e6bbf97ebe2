package org.lifeboat.ui.frame;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something the user can do from anywhere: stands in the command palette, and in the list of keys if it has one.
/// @param name as shown
public record Command(String name, Optional<KeyCombination> keys, Runnable action) {
    /// @param keys in JavaFX's notation, `Shortcut+L`; empty for none
    public static Command of(String name, String keys, Runnable action) {
        return new Command(name, keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)), action);
    }

    /// The keys as they stand on this computer's keyboard: `Ctrl+L`.
    public String shownKeys() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }
}
