package org.lifeboat.ui.parts;

import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.watch.Haste;

/// How soon somebody must act, in four steps, the same everywhere. Waiting is calm; two hours left to dispute
/// is not.
public enum Urgency {
    CALM("lb-calm", Feather.INFO),
    ACT_THIS_WEEK("lb-week", Feather.FLAG),
    ACT_TODAY("lb-today", Feather.ALERT_TRIANGLE),
    /// Money is lost if nobody acts now.
    ACT_NOW("lb-now", Feather.ALERT_OCTAGON);

    private final String style;
    private final Feather icon;

    Urgency(String style, Feather icon) {
        this.style = style;
        this.icon = icon;
    }

    /// As the engine has it of a contest.
    public static Urgency of(Haste haste) {
        return switch (haste) {
            case CALM -> CALM;
            case THIS_WEEK -> ACT_THIS_WEEK;
            case TODAY -> ACT_TODAY;
            case NOW -> ACT_NOW;
        };
    }

    public String style() {
        return style;
    }

    public Feather icon() {
        return icon;
    }
}
