package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.primitives.Address;

/// The address book. An address stands in it once.
public interface ContactStore {
    /// By name, then address.
    List<Contact> all();

    Optional<Contact> find(Address address);

    /// Adds, or replaces the one with the same address.
    void put(Contact contact);

    /// As [#put], all or none.
    void putAll(List<Contact> contacts);

    /// @return whether there was one
    boolean remove(Address address);
}
