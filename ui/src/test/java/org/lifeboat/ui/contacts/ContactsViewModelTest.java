package org.lifeboat.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.contacts.ContactsScreen.Remark;
import org.lifeboat.ui.tasks.Tasks;

class ContactsViewModelTest {
    @TempDir
    Path folder;

    private final Records records = new Records();
    private final Contacts contacts = new Contacts(records.storage());
    private final ContactsViewModel model = model(Tasks.immediate());

    private ContactsViewModel model(Tasks tasks) {
        return new ContactsViewModel(records, tasks);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void load_showsNothingHalfRead() {
        LaterTasks tasks = new LaterTasks();
        ContactsViewModel slow = model(tasks);
        slow.load();
        assertThat(slow.screen().get()).isEqualTo(new ContactsScreen.Loading());
        tasks.runAll();

        assertThat(slow.screen().get()).isInstanceOf(ContactsScreen.Shown.class);
    }

    @Test
    void form_saysWhatIsWrong() {
        String right = Sheets.ONE.toChecksum();
        assertThat(ContactFlaw.of(" ", right, "")).isEqualTo(ContactFlaw.NO_NAME);
        assertThat(ContactFlaw.of("Ada", "0x12", "")).isEqualTo(ContactFlaw.NOT_AN_ADDRESS);
        assertThat(ContactFlaw.of("Ada", "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ""))
                .isEqualTo(ContactFlaw.CHECKSUM);
        assertThat(ContactFlaw.of("A".repeat(101), right, "")).isEqualTo(ContactFlaw.TEXT);
        assertThat(ContactFlaw.of("Ada", right, "hidden\u202e")).isEqualTo(ContactFlaw.TEXT);
        assertThat(ContactFlaw.of("Ada ", " " + right + " ", "")).isEqualTo(ContactFlaw.NONE);
    }

    @Test
    void add_keepsTheContact_once() {
        model.add("Ada ", Sheets.ONE, Set.of(new ChainId(10)), "plumber");
        assertThat(remark()).isEqualTo(new Remark.None());
        assertThat(contacts.all().getFirst().chains()).containsExactly(new ChainId(10));
        model.add("Eve", Sheets.ONE, Set.of(), "");
        assertThat(remark()).isEqualTo(new Remark.AlreadyThere(contacts.all().getFirst()));
    }

    @Test
    void add_ofALookAlike_isKeptAndSaid() {
        String known = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        model.add("Ada", Address.fromHex(known), Set.of(), "");
        String alike = known.substring(0, 8).toLowerCase(Locale.ROOT)
                + "0".repeat(28)
                + known.substring(36).toLowerCase(Locale.ROOT);
        model.add("Mallory", Address.fromHex(alike), Set.of(), "");

        assertThat(remark())
                .isInstanceOfSatisfying(
                        Remark.Alike.class, found -> assertThat(found.known()).isEqualTo(List.of("Ada")));
    }

    @Test
    void edit_andRemove() {
        model.add("Ada", Sheets.ONE, Set.of(), "");
        model.edit(Sheets.ONE, "Ada L.", Set.of(), "");
        assertThat(contacts.all().getFirst().name()).isEqualTo("Ada L.");
        model.remove(Sheets.ONE);

        assertThat(contacts.all()).isEmpty();
    }

    @Test
    void file_goesOutAndComesBack_wholeOrNotAtAll() throws IOException {
        model.add("Ada", Sheets.ONE, Set.of(), "");
        Path file = folder.resolve("contacts.csv");
        Files.writeString(file, model.csv().get());
        model.remove(Sheets.ONE);
        model.importFrom(file);
        assertThat(remark()).isEqualTo(new Remark.Imported(1, 0));

        Files.writeString(file, Files.readString(file) + "Eve,not an address,,\n");
        model.importFrom(file);
        assertThat(remark()).isEqualTo(new Remark.FileRefused(3, ContactCsv.What.CELLS));
        model.importFrom(folder.resolve("missing"));
        assertThat(remark()).isEqualTo(new Remark.FileUnreadable());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        model.importFrom(file);
        assertThat(remark()).as("no text").isEqualTo(new Remark.FileUnreadable());
        Files.write(file, new byte[(int) ContactsViewModel.LARGEST_FILE + 1]);
        model.importFrom(file);
        assertThat(remark()).isEqualTo(new Remark.FileTooLarge(8));
        assertThat(contacts.all()).hasSize(1);
    }

    @Test
    void file_canBeGivenUpWhileItIsRead_andNothingIsBroughtIn() throws IOException {
        Path file = folder.resolve("contacts.csv");
        model.add("Ada", Sheets.ONE, Set.of(), "");
        Files.writeString(file, model.csv().get());
        model.remove(Sheets.ONE);
        LaterTasks tasks = new LaterTasks();
        ContactsViewModel slow = model(tasks);
        slow.load();
        tasks.runAll();

        slow.importFrom(file);
        assertThat(((ContactsScreen.Shown) slow.screen().get()).remark()).isEqualTo(new Remark.Importing());
        slow.stopImport();
        tasks.runAll();

        assertThat(((ContactsScreen.Shown) slow.screen().get()).remark()).isEqualTo(new Remark.None());
        assertThat(contacts.all()).isEmpty();
    }

    @Test
    void brokenDisk_isNotTakenForAnEmptyBook() {
        records.close();
        model.load();

        assertThat(model.screen().get()).isEqualTo(new ContactsScreen.Unreadable());
    }

    private Remark remark() {
        return ((ContactsScreen.Shown) model.screen().get()).remark();
    }
}
