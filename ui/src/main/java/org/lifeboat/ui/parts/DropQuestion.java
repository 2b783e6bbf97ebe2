package org.lifeboat.ui.parts;

import java.util.List;
import javafx.scene.control.Button;

/// Asks before a form that holds something typed is thrown away.
public final class DropQuestion {
    private DropQuestion() {}

    /// Leaves at once where nothing was typed, and otherwise asks on top of the form.
    /// @param leave closes the form
    public static void leave(Surroundings around, boolean typed, Runnable leave) {
        if (typed) {
            ask(around, leave);
        } else {
            leave.run();
        }
    }

    /// @param drop closes the form; the question itself is gone by then
    public static void ask(Surroundings around, Runnable drop) {
        Button keep = Buttons.plain(around.say("form.keep"), around.layer()::close);
        Button go = Buttons.danger(around.say("form.drop"), () -> {
            around.layer().close();
            drop.run();
        });
        around.layer()
                .show(
                        around.say("form.title"),
                        Labels.wrapped(around.say("form.sentence")),
                        around.layer()::close,
                        List.of(keep, go));
    }
}
