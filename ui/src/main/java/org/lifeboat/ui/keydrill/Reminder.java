package org.lifeboat.ui.keydrill;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;

/// That the words were not asked for in a long time: said above a page, and put off as easily as followed.
public final class Reminder {
    private Reminder() {}

    /// @param later puts it off
    /// @param open leads to the key drill
    public static Node above(Surroundings around, Runnable later, Runnable open) {
        VBox above = new VBox(new Bar(
                around,
                Urgency.CALM,
                around.say(around.narrow().get() ? "keydrill.reminder.short" : "keydrill.reminder"),
                Buttons.plain(around.say("keydrill.later"), later),
                Buttons.plain(around.say("keydrill.open"), open)));
        above.getStyleClass().add("lb-above");
        return above;
    }
}
