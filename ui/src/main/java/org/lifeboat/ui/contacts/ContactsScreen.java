package org.lifeboat.ui.contacts;

import java.util.List;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.network.Network;

/// What the address book shows.
public sealed interface ContactsScreen {
    /// The records are being read.
    record Loading() implements ContactsScreen {}

    /// The records could not be read: there may well be contacts.
    record Unreadable() implements ContactsScreen {}

    /// @param networks those a contact can be limited to
    /// @param remark what became of the last change
    record Shown(List<Contact> contacts, List<Network> networks, Remark remark) implements ContactsScreen {
        public Shown {
            contacts = List.copyOf(contacts);
            networks = List.copyOf(networks);
        }
    }

    /// What is to be said about the last change.
    sealed interface Remark {
        record None() implements Remark {}

        /// The address looks like others that are known.
        /// @param known the names or addresses it can be taken for
        record Alike(Contact kept, List<String> known) implements Remark {}

        record AlreadyThere(Contact contact) implements Remark {}

        /// A file is being read.
        record Importing() implements Remark {}

        record Imported(int added, int changed) implements Remark {}

        /// Nothing of the file was used.
        /// @param line counted from 1
        record FileRefused(int line, ContactCsv.What what) implements Remark {}

        record FileUnreadable() implements Remark {}

        /// @param most in megabytes
        record FileTooLarge(long most) implements Remark {}

        record Failed() implements Remark {}
    }
}
