package org.lifeboat.ui.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.contact.LookAlike;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.contacts.ContactsScreen.Remark;
import org.lifeboat.ui.session.Recipients;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;

/// Keeps the address book. Asks nobody but the sources of L1, and those only where a name is to be looked up.
public final class ContactsViewModel {
    /// A file that is brought in, in bytes: several ten thousand contacts.
    static final long LARGEST_FILE = 8L << 20;

    /// For one source that is asked for a name.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Contacts contacts;
    private final Wallet wallet;
    private final Recipients recipients;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ContactsScreen> screen =
            new ReadOnlyObjectWrapper<>(new ContactsScreen.Loading());
    private Runnable giveUp = () -> {};

    public ContactsViewModel(Wallet wallet, Tasks tasks) {
        this.contacts = new Contacts(wallet.storage());
        this.wallet = wallet;
        this.recipients = new Recipients(wallet);
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ContactsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public void load() {
        change(Remark.None::new);
    }

    /// @param chains empty: everywhere
    public void add(String name, Address address, Set<ChainId> chains, String note) {
        change(() -> remark(contacts.add(name.strip(), address, chains, note)));
    }

    public void edit(Address address, String name, Set<ChainId> chains, String note) {
        change(() -> remark(contacts.edit(address, name.strip(), chains, note)));
    }

    public void remove(Address address) {
        change(() -> {
            contacts.remove(address);
            return new Remark.None();
        });
    }

    /// Looks up to whom a name leads.
    /// @param network for which
    /// @param found empty where the program failed
    /// @return gives up
    Running look(String name, Network network, Consumer<Optional<NamedRecipient>> found) {
        return tasks.run(
                () -> recipients.look(name, network, PATIENCE),
                recipient -> found.accept(Optional.of(recipient)),
                _ -> found.accept(Optional.empty()));
    }

    /// The whole book as CSV. Reads the disk: away from the screen's thread.
    public Supplier<String> csv() {
        return contacts::exportCsv;
    }

    /// Brings in a file, whole or not at all.
    public void importFrom(Path file) {
        AtomicBoolean decided = new AtomicBoolean();
        say(new Remark.Importing());
        Running running = change(() -> {
            try {
                if (Files.size(file) > LARGEST_FILE) {
                    return new Remark.FileTooLarge(LARGEST_FILE >> 20);
                }
                String text = Files.readString(file);
                return decided.compareAndSet(false, true) ? bringIn(text) : new Remark.None();
            } catch (IOException unreadable) {
                return new Remark.FileUnreadable();
            }
        });
        giveUp = () -> {
            if (decided.compareAndSet(false, true)) {
                running.cancel();
                load();
            }
        };
    }

    /// Gives up the file that is being read. Once its contacts are being kept, that is finished.
    public void stopImport() {
        giveUp.run();
    }

    private Remark bringIn(String text) {
        return switch (contacts.importCsv(text)) {
            case Contacts.Import.Done(int added, int changed) -> new Remark.Imported(added, changed);
            case Contacts.Import.Refused(List<ContactCsv.Flaw> flaws) ->
                new Remark.FileRefused(flaws.getFirst().line(), flaws.getFirst().what());
        };
    }

    private Running change(Callable<Remark> work) {
        return tasks.run(
                () -> {
                    Remark remark = work.call(); // first the change, then what the book holds now
                    return new ContactsScreen.Shown(
                            contacts.all(), wallet.networks().all(), remark);
                },
                screen::set,
                _ -> fail());
    }

    private void fail() {
        if (screen.get() instanceof ContactsScreen.Shown) {
            say(new Remark.Failed());
        } else {
            screen.set(new ContactsScreen.Unreadable());
        }
    }

    private void say(Remark remark) {
        if (screen.get() instanceof ContactsScreen.Shown shown) {
            screen.set(new ContactsScreen.Shown(shown.contacts(), shown.networks(), remark));
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
