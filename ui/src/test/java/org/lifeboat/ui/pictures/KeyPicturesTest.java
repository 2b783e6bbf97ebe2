package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.accounts.AccountsView;
import org.lifeboat.ui.accounts.AccountsViewModel;
import org.lifeboat.ui.discovery.LookView;
import org.lifeboat.ui.discovery.LookViewModel;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;

/// Accounts and keys, and the offer to look for used accounts.
class KeyPicturesTest {
    private final OpenWallet wallet = new OpenWallet();

    @AfterEach
    void close() {
        wallet.close();
    }

    private AccountsViewModel model() {
        AccountsViewModel model =
                new AccountsViewModel(wallet.records(), wallet.keys(), wallet.accounts(), Tasks.immediate());
        model.load();
        return model;
    }

    @Test
    void accounts_pageAndForms() throws IOException {
        AccountsViewModel loading =
                new AccountsViewModel(wallet.records(), wallet.keys(), wallet.accounts(), Tasks.immediate());
        page("accounts-load", loading, _ -> {});
        AccountsViewModel model = model();
        model.addNext("Savings for the house by the lake");
        model.watch("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "Cold storage");
        model.importKey(Secret.take(("0".repeat(63) + "1").toCharArray()), "");
        page("accounts", model, _ -> {});
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("accounts-add", "accounts.add");
        forms.put("accounts-import", "accounts.importKey");
        forms.put("accounts-keystore", "accounts.importKeystore");
        forms.put("accounts-watch", "accounts.watch");
        forms.put("accounts-password", "accounts.changePassword");
        forms.put("accounts-words-ask", "accounts.words");
        forms.put("accounts-backup", "accounts.backup.open");
        for (var form : forms.entrySet()) {
            page(form.getKey(), model, around -> press(around, around.say(form.getValue())));
        }
        page("accounts-one", model, KeyPicturesTest::openFirst);
        page("accounts-export", model, around -> {
            openFirst(around);
            press(around, around.say("accounts.export"));
        });
        page("accounts-remove", model, around -> {
            ListView<?> list = (ListView<?>) find(around, ListView.class);
            list.getSelectionModel().selectLast();
            openFirst(around);
            press(around, around.say("accounts.remove"));
        });
        page("accounts-words", model, around -> {
            press(around, around.say("accounts.words"));
            model.openWords(OpenWallet.password());
        });
        page("accounts-import-wrong", model, around -> {
            press(around, around.say("accounts.importKey"));
            press(around, around.say("accounts.import.go"));
        });
        page("accounts-locked", model, around -> {
            press(around, around.say("accounts.words"));
            wallet.keys().lock();
            press(around, around.say("accounts.words.go"));
        });
    }

    @Test
    void accounts_ofAProfileThatOnlyWatches() throws IOException {
        try (Records watching = new Records()) {
            AccountsViewModel model = new AccountsViewModel(
                    watching,
                    new Keys(watching.vault(), new Accounts(watching.storage()), LockClock.system()),
                    new Accounts(watching.storage()),
                    Tasks.immediate());
            model.load();
            page("accounts-empty", model, _ -> {});
        }
    }

    @Test
    void look_inEveryState() throws IOException {
        Tokens tokens =
                new Tokens(TokenList.bundled(), wallet.records().storage().tokens());
        LookViewModel nobody =
                new LookViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tokens, Tasks.immediate());
        nobody.load();
        Looks.alone("look-nobody", around -> new LookView(around, nobody, () -> {}, () -> {}));
        ChainId chain = new ChainId(1);
        SourceId id = new SourceId(chain, "https://node.example/key");
        wallet.records().with(new SilentSource(id, 1)).networks().confirmEndpoint(chain, id.url(), false, Records.NOW);
        LookViewModel offer =
                new LookViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tokens, Tasks.immediate());
        offer.load();
        Looks.alone("look-offer", around -> new LookView(around, offer, () -> {}, () -> {}));
        offer.look(number -> "Account " + number);
        Looks.alone("look-incomplete", around -> new LookView(around, offer, () -> {}, () -> {}));
        wallet.keys().lock();
        offer.look(number -> "Account " + number);
        Looks.alone("look-locked", around -> new LookView(around, offer, () -> {}, () -> {}));
    }

    private static void page(String name, AccountsViewModel model, Consumer<Surroundings> open) throws IOException {
        Looks.dialog(
                name,
                new Place.Accounts(),
                around -> new AccountsView(around, model, () -> {}, () -> {}, () -> {}),
                open);
    }

    private static void openFirst(Surroundings around) {
        Node list = find(around, ListView.class);
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    /// The button on top with these words is pressed.
    private static void press(Surroundings around, String words) {
        around.layer().applyCss(); // a scroll pane has no content before its skin is there
        around.layer().layout();
        List<ButtonBase> found = new ArrayList<>();
        around.layer().lookupAll(".button").forEach(node -> {
            if (node instanceof ButtonBase button && words.equals(button.getText())) {
                found.add(button);
            }
        });
        found.getLast().fire();
    }

    private static Node find(Surroundings around, Class<? extends Node> kind) {
        around.layer().applyCss();
        around.layer().layout();
        return around.layer().lookupAll(".list-view").stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
