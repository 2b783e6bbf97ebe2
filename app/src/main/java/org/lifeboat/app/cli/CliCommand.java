package org.lifeboat.app.cli;

import java.util.concurrent.Callable;

/// One command. Its class is annotated for picocli; its words stand in the bundles `cli` and `help`.
abstract class CliCommand implements Callable<Integer> {
    final Shell shell;

    CliCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public final Integer call() throws Exception {
        return run().number();
    }

    /// @throws Stop to end with a sentence
    abstract ExitCode run() throws Exception;
}
