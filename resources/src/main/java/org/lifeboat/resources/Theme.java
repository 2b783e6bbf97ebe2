package org.lifeboat.resources;

import java.net.URL;

/// The looks of the program; colours and distances live in the style sheet only.
public enum Theme {
    LIGHT("light.css");

    private final String file;

    Theme(String file) {
        this.file = file;
    }

    public URL stylesheet() {
        URL sheet = Theme.class.getResource("themes/" + file);
        if (sheet == null) {
            throw new IllegalStateException("the program's own file themes/" + file + " is missing");
        }
        return sheet;
    }
}
