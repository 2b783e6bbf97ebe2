package org.lifeboat.engine.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What a user does with the address book. What is to be said of a recipient before anything is signed:
/// `engine.send`.
public final class Contacts {
    private final Storage storage;

    public Contacts(Storage storage) {
        this.storage = storage;
    }

    public List<Contact> all() {
        return storage.contacts().all();
    }

    public Optional<Contact> find(Address address) {
        return storage.contacts().find(address);
    }

    /// What became of adding or changing a contact.
    public sealed interface Outcome {
        /// @param alike known addresses that this one looks like; show each before the first payment
        record Kept(Contact contact, List<LookAlike> alike) implements Outcome {
            public Kept {
                alike = List.copyOf(alike);
            }
        }

        /// The address is in the book under this name. Edit that one.
        record AlreadyThere(Contact contact) implements Outcome {}

        record NotThere(Address address) implements Outcome {}
    }

    public Outcome add(String name, Address address, Set<ChainId> chains, String note) {
        return storage.atomically(() -> {
            Optional<Contact> known = find(address);
            if (known.isPresent()) {
                return new Outcome.AlreadyThere(known.get());
            }
            return keep(new Contact(name, address, chains, note, Optional.empty()));
        });
    }

    /// Changes everything but the address and the time of the first use.
    public Outcome edit(Address address, String name, Set<ChainId> chains, String note) {
        return storage.atomically(() -> {
            Optional<Contact> known = find(address);
            return known.isEmpty()
                    ? new Outcome.NotThere(address)
                    : keep(new Contact(name, address, chains, note, known.get().firstUsed()));
        });
    }

    /// @return whether there was one
    public boolean remove(Address address) {
        return storage.contacts().remove(address);
    }

    /// Notes that something was sent to `address`; the first time counts.
    public void used(Address address, Instant when) {
        storage.atomically(() -> {
            Optional<Contact> known = find(address);
            known.ifPresent(contact -> storage.contacts().put(contact.usedAt(when)));
            return known;
        });
    }

    /// What became of bringing in a file.
    public sealed interface Import {
        /// @param added contacts that are new
        /// @param changed contacts that were there and are now as in the file
        record Done(int added, int changed) implements Import {}

        /// Nothing was brought in.
        record Refused(List<ContactCsv.Flaw> flaws) implements Import {
            public Refused {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /// Brings in a whole file or nothing. The earlier of two times of first use stays.
    public Import importCsv(String text) {
        return switch (ContactCsv.read(text)) {
            case ContactCsv.Outcome.Refused(List<ContactCsv.Flaw> flaws) -> new Import.Refused(flaws);
            case ContactCsv.Outcome.Read(List<Contact> contacts) -> storage.atomically(() -> bringIn(contacts));
        };
    }

    public String exportCsv() {
        return ContactCsv.write(all());
    }

    private List<Address> known() {
        List<Address> known = new ArrayList<>();
        all().forEach(contact -> known.add(contact.address()));
        storage.accounts().all().forEach(account -> known.add(account.address()));
        return known;
    }

    private Outcome keep(Contact contact) {
        List<LookAlike> alike = LookAlike.of(contact.address(), known());
        storage.contacts().put(contact);
        return new Outcome.Kept(contact, alike);
    }

    private Import bringIn(List<Contact> contacts) {
        Map<Address, Contact> before = new LinkedHashMap<>();
        all().forEach(contact -> before.put(contact.address(), contact));
        int changed = 0;
        List<Contact> merged = new ArrayList<>();
        for (Contact contact : contacts) {
            Optional<Contact> known = Optional.ofNullable(before.get(contact.address()));
            changed += known.isPresent() ? 1 : 0;
            merged.add(known.map(old -> withFirstUse(contact, old)).orElse(contact));
        }
        storage.contacts().putAll(merged);
        return new Import.Done(contacts.size() - changed, changed);
    }

    private static Contact withFirstUse(Contact contact, Contact old) {
        Optional<Instant> earlier = old.firstUsed()
                .filter(time -> contact.firstUsed().filter(time::isAfter).isEmpty())
                .or(contact::firstUsed);
        return new Contact(contact.name(), contact.address(), contact.chains(), contact.note(), earlier);
    }
}
