package org.lifeboat.ui.parts;

import java.util.List;
import javafx.scene.control.Button;

/// Asks once more before something is begun that a warning on the page speaks against.
public final class SureQuestion {
    private SureQuestion() {}

    /// A button that asks first where something speaks against it, and stands out and acts at once where nothing does.
    /// @param warning what speaks against it; empty: nothing
    public static Button button(Surroundings around, String text, String warning, Runnable action) {
        if (warning.isEmpty()) {
            Button go = Buttons.primary(text, action);
            go.setDefaultButton(true);
            return go;
        }
        return Buttons.plain(text, () -> ask(around, text, warning, action));
    }

    private static void ask(Surroundings around, String text, String warning, Runnable action) {
        Button no = Buttons.plain(around.say("action.cancel"), around.layer()::close);
        Button yes = Buttons.danger(around.say("send.signAnyway", text), () -> {
            around.layer().close();
            action.run();
        });
        around.layer()
                .show(around.say("send.again"), Bar.caution(around, warning), around.layer()::close, List.of(no, yes));
    }
}
