package org.lifeboat.ui.parts;

import org.kordamp.ikonli.feather.Feather;

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

    public String style() {
        return style;
    }

    public Feather icon() {
        return icon;
    }
}
