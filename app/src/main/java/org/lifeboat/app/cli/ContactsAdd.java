package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.contact.LookAlike;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat contacts add`. Says when the address looks like a known one.
@Command(name = "add")
final class ContactsAdd extends CliCommand {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    String name = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", descriptionKey = "address")
    String address = "";

    @Option(names = "--network", paramLabel = "NETWORK")
    List<String> networks = new ArrayList<>();

    @Option(names = "--note", paramLabel = "TEXT")
    String note = "";

    ContactsAdd(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Address theirs = AccountPick.address(shell, address);
            Set<ChainId> chains = networks.stream()
                    .map(text ->
                            NetworkPick.require(shell, profile.networks(), text).chain())
                    .collect(Collectors.toSet());
            return switch (add(profile.contacts(), theirs, chains)) {
                case Contacts.Outcome.Kept(Contact contact, List<LookAlike> alike) -> {
                    print(contact, alike);
                    yield ExitCode.DONE;
                }
                case Contacts.Outcome.AlreadyThere(Contact contact) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.contact.there", contact.address(), contact.name());
                // What an addition cannot come to.
                case Contacts.Outcome.NotThere _ ->
                    throw new IllegalStateException("an addition was taken for an edit");
            };
        }
    }

    private Contacts.Outcome add(Contacts contacts, Address theirs, Set<ChainId> chains) {
        try {
            return contacts.add(name, theirs, chains, note);
        } catch (IllegalArgumentException unusable) {
            throw shell.stop(ExitCode.USAGE, "cli.contact.unusable", Contact.NAME_LIMIT, Contact.NOTE_LIMIT);
        }
    }

    private void print(Contact contact, List<LookAlike> alike) {
        ObjectNode json = ContactsList.json(contact);
        json.set(
                "looksLike",
                JsonDocument.texts(
                        alike.stream().map(one -> one.known().toChecksum()).toList()));
        shell.answer(
                "contacts add",
                json,
                out -> out.println(shell.words().say("cli.contact.added", contact.name(), contact.address())));
        alike.forEach(one -> shell.progress("cli.contact.looks-like", contact.address(), one.known()));
    }
}
