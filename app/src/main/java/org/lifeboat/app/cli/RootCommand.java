package org.lifeboat.app.cli;

import java.io.IOException;
import org.lifeboat.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/// `lifeboat` itself.
@Command(
        name = "lifeboat",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.ProgramVersion.class)
final class RootCommand extends CliCommand {
    @Mixin
    final GlobalOptions options;

    RootCommand(Shell shell) {
        super(shell);
        this.options = shell.options();
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        return new TourCommand(shell).start();
    }

    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Lifeboat " + Version.TEXT};
        }
    }
}
