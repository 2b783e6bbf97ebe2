package org.lifeboat.app.log;

import java.util.logging.LogManager;

/// Takes the libraries' log lines off standard error; a profile that is opened gives them a file.
public final class Silence {
    private Silence() {}

    public static void begin() {
        LogManager.getLogManager().reset();
    }
}
