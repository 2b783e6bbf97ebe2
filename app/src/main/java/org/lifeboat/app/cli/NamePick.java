package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.anchor.Names;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;

/// Looks up the names that a user gives in place of addresses.
final class NamePick {
    private final Shell shell;
    private final Profile profile;
    private final Online online;
    private final NameLookup lookup = new NameLookup();

    NamePick(Shell shell, Profile profile, Online online) {
        this.shell = shell;
        this.profile = profile;
        this.online = online;
    }

    /// Whom to pay on `network`.
    /// @throws Stop if the name leads nowhere, or not to where the contact of that name is
    NamedRecipient.At require(String name, Network network) {
        List<Contact> called = profile.contacts().all().stream()
                .filter(contact -> contact.name().equalsIgnoreCase(name.strip()))
                .filter(contact -> contact.holdsOn(network.chain()))
                .toList();
        if (called.size() > 1) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.contacts-alike", name);
        }
        Optional<Contact> contact = called.stream().findFirst();
        return switch (NamedRecipient.of(find(name, network), network, contact)) {
            case NamedRecipient.At at -> at;
            case NamedRecipient.Refused(String key, List<String> arguments) ->
                throw shell.stop(ExitCode.REFUSED, key, arguments.toArray());
        };
    }

    /// The address that a name has on `network`, or why it has none.
    Named find(String name, Network network) {
        return online.names(network)
                .map(place -> report(place, lookup.address(name, network.chain(), place, SendCommand.PATIENCE)))
                .orElseGet(() -> new Named.Nothing(Named.Why.NO_SERVICE, List.of(name, network.name())));
    }

    /// The name that an address of `network` has, or why it has none.
    Named find(Address address, Network network) {
        return online.names(network)
                .filter(place -> place.l1().chain().equals(network.chain()))
                .map(place -> report(place, lookup.name(address, place, SendCommand.PATIENCE)))
                .orElseGet(
                        () -> new Named.Nothing(Named.Why.NO_SERVICE, List.of(address.toChecksum(), network.name())));
    }

    /// What was found stood on is kept, so that it can be shown: `lifeboat sync evidence --name`.
    private Named report(NameLookup.Place place, NameLookup.Report report) {
        Names.keep(profile.storage(), place, report);
        for (Disagreement disagreement : report.disagreements()) {
            var what = disagreement.contradiction();
            shell.progress(
                    "cli.balances.disagrees",
                    disagreement.source().shown(),
                    shell.words().say(what.messageKey(), what.subject(), what.said(), what.shown()));
        }
        return report.named();
    }
}
