package org.lifeboat.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

class ContactsTest {
    private static final Address ANN = Address.fromHex("0x1234567890abcdef1234567890abcdef12345678");
    private static final Address NOT_ANN = Address.fromHex("0x1234ffffffffffffffffffffffffffffffff5678");
    private static final ChainId OP = new ChainId(10);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String HEADER = "name,address,chains,note,first_used\r\n";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Contacts contacts = new Contacts(storage);

    @Test
    void contact_isAddedOnce_editedAndRemoved() {
        contacts.add("Ann", ANN, Set.of(OP), "");
        contacts.used(ANN, NOON);
        contacts.used(ANN, NOON.plusSeconds(9));

        assertThat(contacts.add("Bob", ANN, Set.of(), "")).isInstanceOf(Contacts.Outcome.AlreadyThere.class);
        contacts.edit(ANN, "Anna", Set.of(), "rent");
        assertThat(contacts.all()).containsExactly(new Contact("Anna", ANN, Set.of(), "rent", Optional.of(NOON)));
        assertThat(contacts.edit(NOT_ANN, "Bob", Set.of(), "")).isEqualTo(new Contacts.Outcome.NotThere(NOT_ANN));
        assertThat(contacts.remove(ANN)).isTrue();
        assertThat(contacts.remove(ANN)).isFalse();
    }

    @Test
    void poisonedAddress_isNamed_alsoForOwnAccounts() {
        new Accounts(storage).add(ANN, "Savings", new Account.Kind.WatchOnly());

        assertThat(contacts.add("Ann?", NOT_ANN, Set.of(), ""))
                .isInstanceOfSatisfying(
                        Contacts.Outcome.Kept.class,
                        kept -> assertThat(kept.alike()).containsExactly(new LookAlike(ANN, 4, 4)));
    }

    @Test
    void export_isReadBackWhole() {
        contacts.add("=cmd|'/c calc'!A1", ANN, Set.of(OP, ChainId.ETHEREUM), "line\r\n\"line\", -1");
        contacts.add("安", NOT_ANN, Set.of(), "");
        contacts.used(NOT_ANN, NOON);
        String csv = contacts.exportCsv();
        List<Contact> before = contacts.all();

        assertThat(csv).startsWith(HEADER + "'=cmd|'/c calc'!A1," + ANN.toChecksum() + ",1 10,");
        assertThat(ContactCsv.read(csv)).isEqualTo(new ContactCsv.Outcome.Read(before));
        assertThat(contacts.importCsv(csv)).isEqualTo(new Contacts.Import.Done(0, 2));
        assertThat(contacts.all()).isEqualTo(before);
    }

    @Test
    void import_keepsTheEarlierFirstUse() {
        contacts.add("Ann", ANN, Set.of(), "");
        contacts.used(ANN, NOON);
        String row = "Anna," + ANN + ",,,";

        contacts.importCsv(HEADER + row + "2026-11-22T00:00:00Z\n");
        assertThat(contacts.find(ANN)).map(Contact::firstUsed).contains(Optional.of(NOON));
        contacts.importCsv(HEADER + row + "2026-11-20T00:00:00Z\n");
        assertThat(contacts.find(ANN).orElseThrow().firstUsed()).contains(Instant.parse("2026-11-20T00:00:00Z"));
        contacts.importCsv(HEADER + row + "\n");
        assertThat(contacts.find(ANN).orElseThrow().firstUsed()).contains(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void import_withWrongLinesBringsInNothing_andNamesEveryOne() {
        String csv = HEADER
                + "Ann," + ANN + ",10,,\n"
                + "Bob,0x12,,,\n"
                + ",0xffffffffffffffffffffffffffffffffffffffff,,,\n"
                + "Cat," + ANN.toHex() + ",,,\n"
                + "Dan," + NOT_ANN + ",ten,,\n"
                + "Eve," + NOT_ANN + ",,\n"
                + "Fay," + NOT_ANN + ",,,yesterday\n";

        assertThat(contacts.importCsv(csv))
                .isInstanceOfSatisfying(
                        Contacts.Import.Refused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(ContactCsv.Flaw::line)
                                .containsExactly(3, 4, 5, 6, 7, 8));
        assertThat(contacts.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "'name,address', 1", "'name,address,chains,note,first_used\nAnn,\"x', 2"})
    void import_ofAnotherFileIsRefused(String text, int line) {
        assertThat(contacts.importCsv(text))
                .isInstanceOfSatisfying(
                        Contacts.Import.Refused.class,
                        refused -> assertThat(refused.flaws())
                                .singleElement()
                                .extracting(ContactCsv.Flaw::line)
                                .isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob\u202e", "\u200bBob", "B\u00adob", "Bo\nb", "\ud83d", "\u2028Bob"})
    void name_thatHidesSomethingIsRefused(String name) {
        assertThatThrownBy(() -> contacts.add(name, ANN, Set.of(), "")).isInstanceOf(IllegalArgumentException.class);
        assertThat(contacts.importCsv(HEADER + "\"" + name + "\"," + ANN.toChecksum() + ",,,\n"))
                .isInstanceOf(Contacts.Import.Refused.class);
    }

    @Test
    void note_holdsLinesAndNoWordToTheTerminal() {
        assertThat(contacts.add("Ann", ANN, Set.of(), "first\n\tsecond")).isInstanceOf(Contacts.Outcome.Kept.class);
        assertThatThrownBy(() -> contacts.edit(ANN, "Ann", Set.of(), "\u001b[2K\rBob"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contacts.importCsv(HEADER + "Ann," + ANN.toChecksum() + ",,\u001b[8m,\n"))
                .isInstanceOf(Contacts.Import.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zo\u00eb", "\u0645\u06cc\u200c\u062e", "\ud83d\udc69\u200d\ud83d\ude80", "\u738b"})
    void name_ofAnyScriptIsKept(String name) {
        assertThat(contacts.add(name, ANN, Set.of(), "")).isInstanceOf(Contacts.Outcome.Kept.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void import_refusesATimeThatIsNoneOfOurs(String time) {
        assertThat(contacts.importCsv(HEADER + "Ann," + ANN.toChecksum() + ",,," + time + "\n"))
                .isInstanceOf(Contacts.Import.Refused.class);
    }

    @Test
    void import_refusesAnAddressWithATypingError() {
        String typo = ANN.toChecksum().replace("0xAb", "0xaB").replaceFirst("[A-F]", "a");
        assertThatThrownBy(() -> Address.fromUser(typo)).isInstanceOf(IllegalArgumentException.class);

        assertThat(contacts.importCsv(HEADER + "Ann," + typo + ",,,\n")).isInstanceOf(Contacts.Import.Refused.class);
    }
}
