package org.lifeboat.ui.states;

import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Surroundings;

/// What stands on a page whose records could not be read: never an empty list, and never an endless wait.
public final class Unreadable {
    private Unreadable() {}

    /// @param again reads them once more
    public static Bar bar(Surroundings around, Runnable again) {
        return Bar.caution(around, around.say("state.unreadable"), Buttons.plain(around.say("action.tryAgain"), again));
    }
}
