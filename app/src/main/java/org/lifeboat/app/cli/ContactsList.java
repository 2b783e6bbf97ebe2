package org.lifeboat.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat contacts list`. Asks nobody.
@Command(name = "list")
final class ContactsList extends CliCommand {
    ContactsList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            List<Contact> contacts = profile.contacts().all();
            ObjectNode json = JsonDocument.object();
            json.set(
                    "contacts",
                    JsonDocument.array(contacts.stream().map(ContactsList::json).toList()));
            shell.answer("contacts list", json, out -> {
                Table table = new Table(-1);
                contacts.forEach(contact -> table.row(
                        contact.name(), contact.address().toChecksum(), chains(profile, contact), contact.note()));
                table.print(out);
            });
            return ExitCode.DONE;
        }
    }

    static ObjectNode json(Contact contact) {
        ObjectNode object = JsonDocument.object();
        object.put("name", contact.name());
        object.put("address", contact.address().toChecksum());
        object.set(
                "chains",
                JsonDocument.texts(contact.chains().stream()
                        .sorted()
                        .map(ChainId::toString)
                        .toList()));
        object.put("note", contact.note());
        JsonDocument.putOrNull(object, "firstUsed", contact.firstUsed());
        return object;
    }

    private String chains(Profile profile, Contact contact) {
        return contact.chains().isEmpty()
                ? shell.words().say("cli.contact.everywhere")
                : contact.chains().stream()
                        .sorted()
                        .map(chain -> profile.networks()
                                .find(chain)
                                .map(Network::name)
                                .orElse(chain.toString()))
                        .collect(Collectors.joining(", "));
    }
}
