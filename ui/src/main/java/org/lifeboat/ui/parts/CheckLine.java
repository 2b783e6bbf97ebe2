package org.lifeboat.ui.parts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    /// What is a block, gas, or a count: amounts have a point or few digits.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,18}");

    /// Those that name a block. Elsewhere a row of digits may be what somebody is called.
    private static final Set<Check.Kind> LOOKED_UP =
            Set.of(Check.Kind.NAME_FINAL, Check.Kind.NAME_SIGNED, Check.Kind.NAME_UNVERIFIED);

    private CheckLine() {}

    public static Node of(Surroundings around, Check check) {
        Object[] arguments = LOOKED_UP.contains(check.kind())
                ? written(around, check.arguments())
                : check.arguments().toArray();
        return of(check.severity(), around.say(check.messageKey(), arguments));
    }

    /// Large numbers in arguments are written as everywhere in the window.
    public static Object[] written(Surroundings around, List<String> arguments) {
        return arguments.stream()
                .map(each -> NUMBER.matcher(each).matches() ? around.phrases().number(Long.parseLong(each)) : each)
                .toArray();
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
