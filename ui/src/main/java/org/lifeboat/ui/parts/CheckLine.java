package org.lifeboat.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.ui.look.Icons;

/// One thing to be said before something is signed or kept: icon, sentence, colour.
public final class CheckLine {
    private CheckLine() {}

    public static Node of(Surroundings around, Check check) {
        return of(
                check.severity(),
                around.say(check.messageKey(), check.arguments().toArray()));
    }

    public static Node of(Severity severity, String words) {
        String tone = switch (severity) {
            case NOTE -> "lb-quiet";
            case WARNING -> "lb-tone-today";
            case DANGER -> "lb-tone-now";
        };
        Feather icon = switch (severity) {
            case NOTE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
        Label sentence = Labels.wrapped(words, tone);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var sign = Icons.beside(icon);
        sign.getStyleClass().add(tone);
        return new HBox(8, sign, sentence);
    }
}
