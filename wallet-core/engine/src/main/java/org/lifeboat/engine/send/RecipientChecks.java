package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.LookAlike;
import org.lifeboat.engine.storage.AccountStore;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.engine.storage.ContactStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Is this the address that the user means? From what the profile knows and from the code that stands there.
final class RecipientChecks {
    /// How many past transactions are searched for look-alikes.
    private static final int PAST = 1_000;

    private final ActivityStore activity;
    private final ContactStore contacts;
    private final AccountStore accounts;

    RecipientChecks(ActivityStore activity, ContactStore contacts, AccountStore accounts) {
        this.activity = activity;
        this.contacts = contacts;
        this.accounts = accounts;
    }

    /// From the profile alone.
    List<Check> familiar(SendOrder order, SendPlace place) {
        List<Check> checks = new ArrayList<>();
        Address to = order.to();
        if (to.equals(Address.ZERO)) {
            checks.add(Check.of(Check.Kind.ZERO_ADDRESS));
        }
        if (to.equals(order.from())) {
            checks.add(Check.of(Check.Kind.TO_SELF));
            return checks;
        }
        boolean ownContract = order.asset().contract().filter(to::equals).isPresent();
        if (ownContract || place.tokens().contains(to)) {
            checks.add(Check.of(Check.Kind.TO_TOKEN_CONTRACT, to.toChecksum()));
        }
        Optional<Contact> contact = contacts.find(to);
        if (contact.isPresent() && !contact.get().holdsOn(place.network().chain())) {
            checks.add(Check.of(Check.Kind.CONTACT_ELSEWHERE, contact.get().name()));
        }
        if (accounts.find(to).isPresent()) {
            return checks;
        }
        if (!activity.everSentTo(to)) {
            checks.add(Check.of(Check.Kind.NEW_RECIPIENT, to.toChecksum()));
            Map<Address, String> known = known();
            LookAlike.of(to, known.keySet()).stream()
                    .map(LookAlike::known)
                    .findFirst()
                    .ifPresent(meant -> checks.add(Check.of(
                            Check.Kind.LOOKS_LIKE,
                            to.toChecksum(),
                            meant.toChecksum(),
                            known.getOrDefault(meant, ""))));
        }
        return checks;
    }

    /// Addresses that the user has dealt with, each with the name that says most.
    private Map<Address, String> known() {
        Map<Address, String> known = new LinkedHashMap<>();
        contacts.all().forEach(contact -> known.putIfAbsent(contact.address(), contact.name()));
        accounts.all().forEach(account -> known.putIfAbsent(account.address(), account.label()));
        activity.page(ActivityFilter.ALL, Optional.empty(), PAST).transactions().stream()
                .flatMap(past -> past.counterpart().stream())
                .forEach(address -> known.putIfAbsent(address, address.toChecksum()));
        return known;
    }

    /// From the code at the recipient's address on the chain itself.
    static List<Check> code(SendOrder order, Bytes code) {
        if (code.isEmpty()) {
            return List.of();
        }
        Optional<Address> delegate = delegate(code);
        if (delegate.isPresent()) {
            return List.of(
                    Check.of(Check.Kind.RECIPIENT_DELEGATES, delegate.get().toChecksum()));
        }
        return List.of(Check.of(Check.Kind.RECIPIENT_IS_CONTRACT, order.to().toChecksum()));
    }

    /// The account whose code an EIP-7702 account runs: `0xef0100 || address`.
    static Optional<Address> delegate(Bytes code) {
        boolean marked = code.size() == 23 && code.slice(0, 3).equals(Bytes.of((byte) 0xef, (byte) 0x01, (byte) 0x00));
        return marked ? Optional.of(Address.of(code.slice(3, 23).toArray())) : Optional.empty();
    }
}
