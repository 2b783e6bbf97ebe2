package org.lifeboat.ui.parts;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The way from a sentence with shortened addresses and hashes to the same sentence with all their digits.
public final class InFull {
    private InFull() {}

    /// @param sentence with all digits
    /// @param texts addresses and hashes in it, each to be copied
    public static Button link(Surroundings around, String sentence, List<String> texts) {
        return Buttons.link(around.say("action.readAll"), () -> {
            VBox body = new VBox(12, Labels.wrapped(sentence));
            texts.forEach(text -> body.getChildren().add(new CopiedText(around, text, text)));
            Button close = Buttons.primary(around.say("action.close"), around.layer()::close);
            around.layer().show(around.say("action.readAll"), body, around.layer()::close, List.of(close));
        });
    }
}
