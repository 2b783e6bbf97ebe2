package org.lifeboat.ui.exits;

import org.lifeboat.engine.watch.Haste;
import org.lifeboat.ui.parts.Urgency;

/// How soon a contest wants its user, in the window's four steps.
final class ContestUrgency {
    private ContestUrgency() {}

    static Urgency of(Haste haste) {
        return switch (haste) {
            case CALM -> Urgency.CALM;
            case THIS_WEEK -> Urgency.ACT_THIS_WEEK;
            case TODAY -> Urgency.ACT_TODAY;
            case NOW -> Urgency.ACT_NOW;
        };
    }
}
