package org.lifeboat.ui.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.session.Wallet;

/// Finds out who is meant by what stands in the form.
final class Recipients {
    private final Wallet wallet;
    private final NameLookup lookup = new NameLookup();

    Recipients(Wallet wallet) {
        this.wallet = wallet;
    }

    /// @param to an address with its checksum right, or a name
    NamedRecipient find(String to, Network network, Duration patience) {
        if (!NameLookup.isMeant(to)) {
            return new NamedRecipient.At(Address.fromUser(to.strip()), List.of());
        }
        String name = to.strip();
        Named named = wallet.names(network)
                .map(place ->
                        lookup.address(name, network.chain(), place, patience).named())
                .orElseGet(() -> new Named.Nothing(Named.Why.NO_SERVICE, List.of(name, network.name())));
        return NamedRecipient.of(named, network, contact(name, network));
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
