package org.lifeboat.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// How the window is coloured. Each is an AtlantaFX theme and our own named colours on top.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "colours-light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "colours-dark.css"),
    /// Black on white with strong borders, for eyes that need it.
    CONTRAST(new PrimerLight().getUserAgentStylesheet(), "colours-contrast.css");

    private final String base;
    private final String colours;

    Theme(String base, String colours) {
        this.base = base;
        this.colours = colours;
    }

    /// The class-path address of the AtlantaFX style sheet.
    public String base() {
        return base;
    }

    /// The class-path address of our named colours.
    public String colours() {
        return Look.THEMES + colours;
    }
}
