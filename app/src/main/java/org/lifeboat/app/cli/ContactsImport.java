package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.contact.Contacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat contacts import`: a CSV file, whole or not at all.
@Command(name = "import")
final class ContactsImport extends CliCommand {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    Path file = Path.of("");

    ContactsImport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            return switch (profile.contacts().importCsv(text())) {
                case Contacts.Import.Done(int added, int changed) -> {
                    ObjectNode json = JsonDocument.object();
                    json.put("added", added);
                    json.put("changed", changed);
                    shell.answer(
                            "contacts import",
                            json,
                            out -> out.println(shell.words().say("cli.contact.imported", added, changed)));
                    yield ExitCode.DONE;
                }
                case Contacts.Import.Refused(List<ContactCsv.Flaw> flaws) -> {
                    flaws.forEach(flaw -> shell.progress(
                            "cli.contact.flaw", flaw.line(), shell.words().say("cli.contact.flaw." + flaw.what())));
                    throw shell.stop(ExitCode.REFUSED, "cli.contact.import-refused", file, flaws.size());
                }
            };
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }
}
