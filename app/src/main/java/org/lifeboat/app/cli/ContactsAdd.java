package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.contact.LookAlike;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat contacts add`. A name of ENS needs no address: it is looked up. Says when the address looks like a known
/// one.
@Command(name = "add")
final class ContactsAdd extends CliCommand {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ADDRESS", descriptionKey = "address")
    @Nullable
    String address;

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
            String given = address;
            return given == null ? addFound(profile, find(profile)) : addGiven(profile, given);
        }
    }

    private ExitCode addFound(Profile profile, Named.Found found) {
        name = found.name();
        return keep(profile, found.address(), Set.of(found.chain()));
    }

    private ExitCode addGiven(Profile profile, String given) {
        Set<ChainId> chains = networks.stream()
                .map(text ->
                        NetworkPick.require(shell, profile.networks(), text).chain())
                .collect(Collectors.toSet());
        return keep(profile, AccountPick.address(shell, given), chains);
    }

    private ExitCode keep(Profile profile, Address theirs, Set<ChainId> chains) {
        return switch (add(profile.contacts(), theirs, chains)) {
            case Contacts.Outcome.Kept(Contact contact, List<LookAlike> alike) -> {
                print(contact, alike);
                yield ExitCode.DONE;
            }
            case Contacts.Outcome.AlreadyThere(Contact contact) ->
                throw shell.stop(ExitCode.REFUSED, "cli.contact.there", contact.address(), contact.name());
            // What an addition cannot come to.
            case Contacts.Outcome.NotThere _ -> throw new IllegalStateException("an addition was taken for an edit");
        };
    }

    /// A name that stands alone is looked up, for one network: what it leads to there may be nobody's elsewhere.
    private Named.Found find(Profile profile) {
        if (!NameLookup.isMeant(name) || networks.size() > 1) {
            throw shell.stop(ExitCode.USAGE, "cli.contact.address-missing", name);
        }
        String chosen = networks.isEmpty() ? "ethereum" : networks.getFirst();
        Network network = NetworkPick.require(shell, profile.networks(), chosen);
        try (Online online = new Profiles(shell).online(profile)) {
            Named named = new NamePick(shell, profile, online).find(name, network);
            return switch (NamedRecipient.of(named, network, Optional.empty())) {
                case NamedRecipient.At(var _, List<Check> checks) -> {
                    checks.forEach(check ->
                            shell.progress(check.messageKey(), check.arguments().toArray()));
                    yield (Named.Found) named;
                }
                case NamedRecipient.Refused(String key, List<String> arguments) ->
                    throw shell.stop(ExitCode.REFUSED, key, arguments.toArray());
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
