package org.lifeboat.ui.contacts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.primitives.Address;

/// What keeps the form of a contact from being saved.
public enum ContactFlaw {
    NONE,
    NO_NAME,
    /// Too long, or with characters that cannot be seen.
    TEXT,
    NOT_AN_ADDRESS,
    CHECKSUM;

    /// Looks over what was typed. Pure.
    /// @param address no name of ENS: that is looked up first
    static ContactFlaw of(String name, String address, String note) {
        if (name.isBlank()) {
            return NO_NAME;
        }
        Optional<Address> hex = parsed(address.strip());
        if (hex.isEmpty()) {
            return NOT_AN_ADDRESS;
        }
        try {
            Address.fromUser(address.strip());
        } catch (IllegalArgumentException mistyped) {
            return CHECKSUM;
        }
        return isUsable(name.strip(), hex.get(), note) ? NONE : TEXT;
    }

    private static Optional<Address> parsed(String address) {
        try {
            return Optional.of(Address.fromHex(address));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(String name, Address address, String note) {
        try {
            var _ = new Contact(name, address, Set.of(), note, Optional.<Instant>empty());
            return true;
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }
}
