package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.places.Page;

/// No page without its pictures: which one shows which page in which state. A dash: the page cannot be in that state,
/// mostly because it asks nobody but the disk.
class GalleryTest {
    private static final String TABLE = """
            balances.BalancesView         | balances-empty     | balances-load     | balances-partial   | balances-stale       | balances-disagrees    | balances-offline  | balances-unreadable
            activity.ActivityView         | activity-empty     | activity-load     | activity-partial   | activity-stale       | activity-disagrees    | activity-offline  | activity-unreadable
            exits.ExitsView               | exits-empty        | exits-load        | exits-mixed        | exits-offline        | exits-lost            | exits-offline     | exits-unreadable
            chain.ChainView               | chain-no-way       | chain-load        | chain-late         | chain-stale          | chain-replaced        | chain-offline     | -
            truth.TruthView               | truth-no-way       | truth-load        | truth-running      | -                    | truth-false           | truth-could-not   | -
            disputes.DisputesView         | disputes-none      | disputes-load     | dispute-checking   | -                    | dispute-false         | disputes-silent   | -
            exits.RootsView               | roots-no-way       | roots-load        | roots-shown        | -                    | -                     | roots-silent      | -
            withdraw.WithdrawView         | withdraw-no-way    | withdraw-load     | withdraw-troubled  | -                    | -                     | withdraw-offline  | -
            withdraw.DepositView          | deposit-no-way     | deposit-load      | deposit-looking    | -                    | -                     | deposit-offline   | -
            send.SendView                 | send-no-source     | send-load         | send-gas-limit     | -                    | send-review-disagrees | send-unanswered   | send-unreadable
            receive.ReceiveView           | receive-no-account | receive-load      | -                  | -                    | -                     | -                 | receive-unreadable
            contacts.ContactsView         | contacts-empty     | contacts-load     | -                  | -                    | -                     | -                 | contacts-unreadable
            accounts.AccountsView         | accounts-empty     | accounts-load     | -                  | -                    | -                     | -                 | accounts-unreadable
            networks.NetworksView         | networks-empty     | networks-load     | networks-partial   | networks-stale       | networks-disagrees    | networks-offline  | networks-unreadable
            verification.VerificationView | verification-empty | verification-load | verification-catching-up | verification-too-old | verification-conflict | verification-not-agreed | verification-unreadable
            settings.SettingsView         | settings-empty     | -                 | -                  | -                    | -                     | -                 | -
            drills.DrillsView             | drills-first       | drills-load       | -                  | -                    | -                     | -                 | drills-unreadable
            keydrill.KeyDrillView         | keydrill-no-words  | keydrill-load     | -                  | -                    | -                     | -                 | -
            discovery.LookView            | look-nobody        | look-load         | look-incomplete    | -                    | -                     | -                 | look-locked
            onboarding.OnboardingView     | onboarding-1-language | -              | -                  | -                    | -                     | -                 | -
            unlock.UnlockView             | unlock-ask         | unlock-trying     | -                  | -                    | -                     | -                 | unlock-unreadable
            window.LockedPage             | unlock-ask         | unlock-trying     | -                  | -                    | -                     | -                 | unlock-unreadable
            """;

    /// Its name, then: empty, first load, partial, stale, proof disagrees, offline, records that cannot be read.
    private static List<List<String>> rows() {
        return TABLE.lines()
                .map(line -> Arrays.stream(line.split("[|]")).map(String::strip).toList())
                .toList();
    }

    @Test
    void everyPage_hasItsRow() throws IOException {
        assertThat(rows().stream().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(pages());
    }

    @Test
    void everyPictureOfTheTable_isDrawn() throws IOException {
        String drawn = sources();

        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(8);
            assertThat(row.subList(1, row.size()).stream().filter(name -> !name.equals("-")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(drawn).contains('"' + name + '"'));
        });
    }

    /// The pages there are, by package and name.
    private static List<String> pages() throws IOException {
        Path classes = Path.of("target/classes");
        try (Stream<Path> all = Files.walk(classes.resolve("org/lifeboat/ui"))) {
            return all.map(classes::relativize)
                    .map(path -> path.toString().replace('/', '.').replace('\\', '.'))
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info"))
                    .map(name -> loaded(name.substring(0, name.length() - ".class".length())))
                    .filter(each -> Page.class.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers()))
                    .map(each -> each.getName().substring("org.lifeboat.ui.".length()))
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, GalleryTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            return all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("GalleryTest.java"))
                    .map(GalleryTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
