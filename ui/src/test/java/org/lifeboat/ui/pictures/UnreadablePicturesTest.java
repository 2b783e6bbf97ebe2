package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.accounts.AccountsView;
import org.lifeboat.ui.accounts.AccountsViewModel;
import org.lifeboat.ui.activity.ActivityScreen;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.contacts.ContactsView;
import org.lifeboat.ui.contacts.ContactsViewModel;
import org.lifeboat.ui.drills.DrillsScreen;
import org.lifeboat.ui.exits.ExitsScreen;
import org.lifeboat.ui.keydrill.KeyDrillView;
import org.lifeboat.ui.keydrill.KeyDrillViewModel;
import org.lifeboat.ui.networks.NetworksScreen;
import org.lifeboat.ui.networks.NetworksView;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.receive.ReceiveView;
import org.lifeboat.ui.receive.ReceiveViewModel;
import org.lifeboat.ui.send.SendScreen;
import org.lifeboat.ui.send.SendView;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.verification.VerificationScreen;
import org.lifeboat.ui.verification.VerificationView;
import org.lifeboat.ui.verification.VerificationViewModel;
import org.lifeboat.vault.LockClock;

/// Each page of what is kept, where the disk gives nothing: none of them may look as though there were nothing.
class UnreadablePicturesTest {
    @Test
    void dailyPages() throws IOException {
        Looks.page(
                "balances-unreadable",
                new Place.Balances(),
                around -> new BalancesView(
                        around,
                        new SimpleObjectProperty<>(new BalancesScreen.Unreadable()),
                        new BalancesView.Nothing(),
                        _ -> {}));
        Looks.page(
                "activity-unreadable",
                new Place.Activity(),
                around -> new ActivityView(
                        around,
                        new SimpleObjectProperty<>(new ActivityScreen.Unreadable()),
                        new SimpleObjectProperty<>(Optional.empty()),
                        new RecordPicturesTest.NoActivity()));
        Looks.page(
                "exits-unreadable",
                new Place.Exits(),
                around -> ExitPicturesTest.exits(around, new ExitsScreen.Unreadable()));
        Looks.page(
                "drills-unreadable",
                new Place.Drills(),
                around -> DrillPicturesTest.drills(around, new DrillsScreen.Unreadable()));
        Looks.page(
                "send-unreadable",
                new Place.Send(Optional.empty()),
                around -> new SendView(
                        around,
                        new SimpleObjectProperty<>(new SendScreen.Unreadable()),
                        new SendPicturesTest.NoActions(),
                        _ -> {}));
    }

    @Test
    void keptPages() throws IOException {
        Records records = new Records();
        records.close();
        Looks.page(
                "networks-unreadable",
                new Place.Networks(),
                around -> new NetworksView(
                        around,
                        new SimpleObjectProperty<>(new NetworksScreen.Unreadable()),
                        new RecordPicturesTest.NoNetworks()));
        Looks.page(
                "verification-unreadable",
                new Place.Verification(Optional.empty()),
                around -> new VerificationView(
                        around,
                        new SimpleObjectProperty<>(new VerificationScreen.Unreadable()),
                        new VerificationViewModel(records, Tasks.immediate()),
                        _ -> {}));
        ContactsViewModel contacts = new ContactsViewModel(records, Tasks.immediate());
        contacts.load();
        Looks.page("contacts-unreadable", new Place.Contacts(), around -> new ContactsView(around, contacts));
        ReceiveViewModel receive =
                new ReceiveViewModel(new Accounts(records.storage()), records.networks(), Tasks.immediate());
        receive.load(Optional.empty());
        Looks.page(
                "receive-unreadable",
                new Place.Receive(Optional.empty()),
                around -> new ReceiveView(around, receive, _ -> {}));
    }

    @Test
    void pagesOfKeys() throws IOException {
        OpenWallet wallet = new OpenWallet();
        KeyDrillViewModel drill =
                new KeyDrillViewModel(wallet.records(), wallet.keys(), Tasks.immediate(), new SplittableRandom(7));
        AccountsViewModel accounts =
                new AccountsViewModel(wallet.records(), wallet.keys(), wallet.accounts(), Tasks.immediate());
        wallet.close();
        accounts.load();
        Looks.page(
                "accounts-unreadable",
                new Place.Accounts(),
                around -> new AccountsView(around, accounts, () -> {}, () -> {}, () -> {}));
        Looks.page("keydrill-load", new Place.KeyDrill(), around -> new KeyDrillView(around, drill, () -> {}, _ -> {}));
        try (OpenWallet away = new OpenWallet();
                Records wordless = new Records()) {
            away.keys().lock();
            keyDrill("keydrill-locked", away.records(), away.keys());
            Keys none = new Keys(wordless.vault(), new Accounts(wordless.storage()), LockClock.system());
            keyDrill("keydrill-no-words", wordless, none);
        }
    }

    private static void keyDrill(String name, Records records, Keys keys) throws IOException {
        KeyDrillViewModel drill = new KeyDrillViewModel(records, keys, Tasks.immediate(), new SplittableRandom(7));
        drill.load();
        Looks.page(name, new Place.KeyDrill(), around -> new KeyDrillView(around, drill, () -> {}, _ -> {}));
    }
}
