package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that only gathers others, such as `networks`. Alone it shows its help.
abstract class GroupCommand extends CliCommand implements HasMembers {
    @Spec
    @Nullable
    CommandSpec spec;

    GroupCommand(Shell shell) {
        super(shell);
    }

    @Override
    final ExitCode run() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command's description");
        }
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }
}
