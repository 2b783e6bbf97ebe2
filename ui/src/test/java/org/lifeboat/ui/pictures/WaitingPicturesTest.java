package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.contacts.ContactsView;
import org.lifeboat.ui.contacts.ContactsViewModel;
import org.lifeboat.ui.discovery.LookView;
import org.lifeboat.ui.discovery.LookViewModel;
import org.lifeboat.ui.discovery.UsedSource;
import org.lifeboat.ui.keydrill.KeyDrillView;
import org.lifeboat.ui.keydrill.KeyDrillViewModel;
import org.lifeboat.ui.keydrill.Reminder;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.receive.ReceiveView;
import org.lifeboat.ui.receive.ReceiveViewModel;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.hd.PathKind;

/// Pages while something is under way, and what is seldom seen.
class WaitingPicturesTest {
    @Test
    void balances_underTheReminder() throws IOException {
        Looks.page("balances-reminder", new Place.Balances(), WaitingPicturesTest::reminded);
    }

    private static Page reminded(Surroundings around) {
        BalancesScreen screen = new BalancesScreen.Shown(Sheets.whole(), Sheets.NAMES, List.of(), false);
        Page page = new BalancesView(around, new SimpleObjectProperty<>(screen), new BalancesView.Nothing(), _ -> {});
        BorderPane both = new BorderPane(page.node());
        both.setTop(Reminder.above(around, () -> {}, () -> {}));
        return new Page() {
            @Override
            public Node node() {
                return both;
            }

            @Override
            public void attach() {
                page.attach();
            }

            @Override
            public void detach() {
                page.detach();
            }
        };
    }

    @Test
    void records_beforeTheyAreRead() throws IOException {
        try (Records records = new Records()) {
            ContactsViewModel contacts = new ContactsViewModel(records, Tasks.immediate());
            Looks.page("contacts-load", new Place.Contacts(), around -> new ContactsView(around, contacts));
            ReceiveViewModel receive =
                    new ReceiveViewModel(new Accounts(records.storage()), records.networks(), Tasks.immediate());
            Place here = new Place.Receive(Optional.empty());
            Looks.page("receive-load", here, around -> new ReceiveView(around, receive, _ -> {}));
            receive.load(Optional.empty());
            Looks.page("receive-no-account", here, around -> new ReceiveView(around, receive, _ -> {}));
            contacts.load();
            contacts.add("Ada", Sheets.ONE, Set.of(), "");
            contacts.add("Ada again", Sheets.ONE, Set.of(), "");
            Looks.page("contacts-there-already", new Place.Contacts(), around -> new ContactsView(around, contacts));
        }
    }

    @Test
    void look_whileItGoesOn_andWhatItFinds() throws IOException {
        try (OpenWallet wallet = new OpenWallet()) {
            SourceId id = new SourceId(new ChainId(1), "https://node.example/key");
            Address second = wallet.keys()
                    .lend(vault -> vault.candidates(vault.seeds().getFirst().id(), PathKind.ADDRESS_INDEX, 1, 1)
                            .getFirst()
                            .address())
                    .orElseThrow();
            wallet.records()
                    .with(new UsedSource(id, Set.of(Address.fromHex(OpenWallet.FIRST), second)))
                    .networks()
                    .confirmEndpoint(id.chain(), id.url(), false, Records.NOW);
            Tokens tokens =
                    new Tokens(TokenList.bundled(), wallet.records().storage().tokens());
            LaterTasks later = new LaterTasks();
            LookViewModel slow = new LookViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tokens, later);
            Looks.alone("look-load", around -> new LookView(around, slow, () -> {}, () -> {}));
            later.runAll();
            LookViewModel model =
                    new LookViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tokens, Tasks.immediate());
            model.load();
            model.look(number -> "Account " + number);
            Looks.alone("look-found", around -> new LookView(around, model, () -> {}, () -> {}));
            model.load();
            model.look(number -> "Account " + number);
            Looks.alone("look-nothing-new", around -> new LookView(around, model, () -> {}, () -> {}));
        }
    }

    @Test
    void keyDrill_whileTheWordsAreCompared() throws IOException {
        try (OpenWallet wallet = new OpenWallet()) {
            LaterTasks later = new LaterTasks();
            KeyDrillViewModel model =
                    new KeyDrillViewModel(wallet.records(), wallet.keys(), later, new SplittableRandom(7));
            model.load();
            later.runAll();
            model.answerWhole(Secret.take(OpenWallet.WORDS.toCharArray()), Secret.empty());
            Looks.page(
                    "keydrill-checking",
                    new Place.KeyDrill(),
                    around -> new KeyDrillView(around, model, () -> {}, _ -> {}));
            later.runAll();
        }
    }
}
