package org.lifeboat.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.storage.ContactStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Tables `contacts` and `contact_chains`.
final class ContactTable implements ContactStore {
    private final Database database;

    ContactTable(Database database) {
        this.database = database;
    }

    private record ChainOf(Address address, ChainId chain) {}

    @Override
    public List<Contact> all() {
        return database.read(session -> {
            Map<Address, Set<ChainId>> chains = new HashMap<>();
            session.list("SELECT * FROM contact_chains", ContactTable::chainOf)
                    .forEach(link -> chains.computeIfAbsent(link.address(), _ -> new HashSet<>())
                            .add(link.chain()));
            return session.list("SELECT * FROM contacts ORDER BY name, address", row -> contact(row, chains));
        });
    }

    @Override
    public Optional<Contact> find(Address address) {
        return database.read(session -> {
            Map<Address, Set<ChainId>> chains = new HashMap<>();
            session.list("SELECT * FROM contact_chains WHERE address = ?", ContactTable::chainOf, address)
                    .forEach(link -> chains.computeIfAbsent(link.address(), _ -> new HashSet<>())
                            .add(link.chain()));
            return session.first("SELECT * FROM contacts WHERE address = ?", row -> contact(row, chains), address);
        });
    }

    @Override
    public void put(Contact contact) {
        putAll(List.of(contact));
    }

    @Override
    public void putAll(List<Contact> contacts) {
        database.write(session -> {
            for (Contact contact : contacts) {
                session.change("DELETE FROM contacts WHERE address = ?", contact.address());
                session.change(
                        "INSERT INTO contacts (address, name, note, first_used) VALUES (?, ?, ?, ?)",
                        contact.address(),
                        contact.name(),
                        contact.note(),
                        contact.firstUsed());
                for (ChainId chain : contact.chains()) {
                    session.change(
                            "INSERT INTO contact_chains (address, chain) VALUES (?, ?)", contact.address(), chain);
                }
            }
            return contacts.size();
        });
    }

    @Override
    public boolean remove(Address address) {
        return database.write(session -> session.change("DELETE FROM contacts WHERE address = ?", address)) > 0;
    }

    private static ChainOf chainOf(Row row) throws SQLException {
        return new ChainOf(row.address("address"), row.chain("chain"));
    }

    private static Contact contact(Row row, Map<Address, Set<ChainId>> chains) throws SQLException {
        Address address = row.address("address");
        return new Contact(
                row.text("name"),
                address,
                chains.getOrDefault(address, Set.of()),
                row.text("note"),
                row.optionalTime("first_used"));
    }
}
