package org.lifeboat.app.cli;

import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.contact.Contact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lifeboat contacts remove`, by name or address.
@Command(name = "remove")
final class ContactsRemove extends CliCommand {
    @Parameters(index = "0", paramLabel = "CONTACT", descriptionKey = "contact")
    String contact = "";

    ContactsRemove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            List<Contact> fitting = profile.contacts().all().stream()
                    .filter(one -> one.name().equals(contact)
                            || one.address().toChecksum().equalsIgnoreCase(contact))
                    .toList();
            if (fitting.size() != 1) {
                throw shell.stop(ExitCode.REFUSED, "cli.contact.unknown", contact);
            }
            Contact gone = fitting.getFirst();
            profile.contacts().remove(gone.address());
            shell.answer(
                    "contacts remove",
                    ContactsList.json(gone),
                    out -> out.println(shell.words().say("cli.contact.removed", gone.name(), gone.address())));
            return ExitCode.DONE;
        }
    }
}
