package org.lifeboat.ui.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.contact.LookAlike;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.contacts.ContactsScreen.Remark;
import org.lifeboat.ui.tasks.Tasks;

/// Keeps the address book.
public final class ContactsViewModel {
    private final Contacts contacts;
    private final Supplier<List<Network>> networks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ContactsScreen> screen =
            new ReadOnlyObjectWrapper<>(new ContactsScreen.Loading());

    /// @param networks those a contact can be limited to; may read the disk
    public ContactsViewModel(Contacts contacts, Supplier<List<Network>> networks, Tasks tasks) {
        this.contacts = contacts;
        this.networks = networks;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ContactsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public void load() {
        change(Remark.None::new);
    }

    /// @param address as typed
    /// @param chains empty: everywhere
    public void add(String name, String address, Set<ChainId> chains, String note) {
        change(() -> {
            if (name.isBlank()) {
                return new Remark.NameNeeded();
            }
            try {
                return remark(contacts.add(name.strip(), Address.fromUser(address.strip()), chains, note));
            } catch (IllegalArgumentException wrong) {
                return new Remark.NotAnAddress(String.valueOf(wrong.getMessage()));
            }
        });
    }

    public void edit(Address address, String name, Set<ChainId> chains, String note) {
        change(() ->
                name.isBlank() ? new Remark.NameNeeded() : remark(contacts.edit(address, name.strip(), chains, note)));
    }

    public void remove(Address address) {
        change(() -> {
            contacts.remove(address);
            return new Remark.None();
        });
    }

    public void exportTo(Path file) {
        change(() -> {
            Files.writeString(file, contacts.exportCsv());
            return new Remark.None();
        });
    }

    public void importFrom(Path file) {
        change(() -> {
            try {
                return switch (contacts.importCsv(Files.readString(file))) {
                    case Contacts.Import.Done(int added, int changed) -> new Remark.Imported(added, changed);
                    case Contacts.Import.Refused(List<ContactCsv.Flaw> flaws) ->
                        new Remark.FileRefused(
                                flaws.getFirst().line(), flaws.getFirst().reason());
                };
            } catch (IOException unreadable) {
                return new Remark.FileRefused(1, unreadable.getClass().getSimpleName());
            }
        });
    }

    private void change(Callable<Remark> work) {
        tasks.run(
                () -> {
                    Remark remark = work.call(); // first the change, then what the book holds now
                    return new ContactsScreen.Shown(contacts.all(), networks.get(), remark);
                },
                screen::set,
                _ -> fail());
    }

    private void fail() {
        if (screen.get() instanceof ContactsScreen.Shown shown) {
            screen.set(new ContactsScreen.Shown(shown.contacts(), shown.networks(), new Remark.Failed()));
        } else {
            screen.set(new ContactsScreen.Unreadable());
        }
    }

    private Remark remark(Contacts.Outcome outcome) {
        return switch (outcome) {
            case Contacts.Outcome.Kept(Contact contact, List<LookAlike> alike) ->
                alike.isEmpty()
                        ? new Remark.None()
                        : new Remark.Alike(
                                contact,
                                alike.stream().map(each -> name(each.known())).toList());
            case Contacts.Outcome.AlreadyThere(Contact contact) -> new Remark.AlreadyThere(contact);
            case Contacts.Outcome.NotThere _ -> new Remark.Failed();
        };
    }

    private String name(Address address) {
        return contacts.find(address).map(Contact::name).orElse(address.toChecksum());
    }
}
