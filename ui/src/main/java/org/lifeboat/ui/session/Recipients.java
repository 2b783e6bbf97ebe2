package org.lifeboat.ui.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.anchor.Names;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;

/// Finds out who is meant by what stands where an address is wanted. Asks the sources of L1 for a name: never on the
/// screen's thread.
public final class Recipients {
    private final Wallet wallet;
    private final NameLookup lookup = new NameLookup();

    public Recipients(Wallet wallet) {
        this.wallet = wallet;
    }

    /// Who is to be paid. A contact that is called by a name is held against it.
    /// @param to an address with its checksum right, or a name
    /// @param patience for each source
    public NamedRecipient find(String to, Network network, Duration patience) {
        if (!NameLookup.isMeant(to)) {
            return new NamedRecipient.At(Address.fromUser(to.strip()), List.of());
        }
        String name = to.strip();
        return NamedRecipient.of(named(name, network, patience), network, contact(name, network));
    }

    /// To whom a name leads, whatever the contacts say.
    /// @param patience for each source
    public NamedRecipient look(String name, Network network, Duration patience) {
        return NamedRecipient.of(named(name.strip(), network, patience), network, Optional.empty());
    }

    private Named named(String name, Network network, Duration patience) {
        return wallet.names(network)
                .map(place -> kept(place, lookup.address(name, network.chain(), place, patience)))
                .orElseGet(() -> new Named.Nothing(Named.Why.NO_SERVICE, List.of(name, network.name())));
    }

    /// What it stood on is kept, for *How do we know*.
    private Named kept(NameLookup.Place place, NameLookup.Report report) {
        Names.keep(wallet.storage(), place, report);
        return report.named();
    }

    /// The only contact that is called so and holds on this network.
    private Optional<Contact> contact(String name, Network network) {
        List<Contact> called = wallet.storage().contacts().all().stream()
                .filter(contact -> contact.name().equalsIgnoreCase(name))
                .filter(contact -> contact.holdsOn(network.chain()))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }
}
