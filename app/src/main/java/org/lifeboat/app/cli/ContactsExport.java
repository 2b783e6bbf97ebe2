package org.lifeboat.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lifeboat contacts export`: as CSV, into a new file or onto standard output.
@Command(name = "export")
final class ContactsExport extends CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    Path file;

    ContactsExport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            String csv = profile.contacts().exportCsv();
            Path into = file;
            if (into == null) {
                shell.terminal().out().print(csv);
            } else {
                OwnerFile.write(shell, into, csv.getBytes(StandardCharsets.UTF_8));
                shell.progress("cli.file.written", into);
            }
            return ExitCode.DONE;
        }
    }
}
