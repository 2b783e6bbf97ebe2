package org.lifeboat.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

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
            ObjectNode json = JsonDocument.object();
            json.put("contacts", profile.contacts().all().size());
            JsonDocument.putOrNull(json, "file", Optional.ofNullable(into));
            JsonDocument.putOrNull(json, "csv", into == null ? Optional.of(csv) : Optional.empty());
            if (into != null) {
                OwnerFile.write(shell, into, csv.getBytes(StandardCharsets.UTF_8));
                shell.progress("cli.file.written", into);
            }
            shell.answer("contacts export", json, out -> out.print(into == null ? csv : ""));
            return ExitCode.DONE;
        }
    }
}
