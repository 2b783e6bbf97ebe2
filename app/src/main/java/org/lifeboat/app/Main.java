package org.lifeboat.app;

import org.lifeboat.app.cli.CommandLines;
import org.lifeboat.app.cli.SystemTerminal;
import org.lifeboat.app.log.ProgramLog;

/// The entry point of the program.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ProgramLog.silence();
        System.exit(CommandLines.run(arguments, new SystemTerminal(), System.getenv()));
    }
}
