package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.ProfileWait;

/// Says in a line that a watcher's round has to end first. Who does not want to wait ends the command.
record WatcherLine(Shell shell) implements ProfileWait.Shown {
    @Override
    public void begin() {
        shell.progress("cli.profile.round");
    }

    @Override
    public boolean givenUp() {
        return false;
    }

    @Override
    public void end() {}
}
