package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;

/// Copies a public text. Says so for two seconds, and empties the clipboard after two minutes if it still
/// holds the text, so that what was copied does not lie about for the next program.
public final class CopyButton extends Button {
    static final Duration SAID = Duration.ofSeconds(2);
    static final Duration KEPT = Duration.ofMinutes(2);

    /// @param what is copied, in words, for the tooltip and screen readers
    public CopyButton(Surroundings around, String what, String text) {
        String name = around.say("copy.name", what);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        rest(name);
        setOnAction(_ -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            setGraphic(Icons.beside(Feather.CHECK));
            setAccessibleText(around.say("copy.done"));
            setTooltip(Labels.tip(around.say("copy.done")));
            around.tasks().after(SAID, () -> rest(name));
            around.tasks().after(KEPT, () -> empty(text));
        });
    }

    private void rest(String name) {
        setGraphic(Icons.beside(Feather.COPY));
        setAccessibleText(name);
        setTooltip(Labels.tip(name));
    }

    private static void empty(String text) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (text.equals(clipboard.getString())) {
            clipboard.clear();
        }
    }
}
