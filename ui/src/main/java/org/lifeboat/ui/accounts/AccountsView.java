package org.lifeboat.ui.accounts;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.account.Account;
import org.lifeboat.ui.accounts.AccountsScreen.Holding;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of accounts and keys.
public final class AccountsView extends DrawnPage {
    /// Room for a row of the list, of one line and of three.
    private static final double ROW = 42;

    private static final double CARD = 96;
    private static final int MOST_ROWS = 8;

    private final Surroundings around;
    private final AccountsViewModel model;
    private final Runnable look;
    private final Runnable begin;
    private final Runnable lock;
    private final AccountForms accounts;
    private final KeyForms keys;

    /// @param look opens the page that looks for used accounts
    /// @param begin opens the first steps of a wallet, in a profile that has no keys yet
    public AccountsView(Surroundings around, AccountsViewModel model, Runnable look, Runnable begin, Runnable lock) {
        super(around, model.screen());
        this.around = around;
        this.model = model;
        this.look = look;
        this.begin = begin;
        this.lock = lock;
        this.accounts = new AccountForms(around, model, lock);
        this.keys = new KeyForms(around, model, lock);
    }

    @Override
    public void detach() {
        super.detach();
        model.rest();
    }

    @Override
    protected Node drawn() {
        PageHead plain = new PageHead(around.say("accounts.title"), "");
        return switch (model.screen().get()) {
            case AccountsScreen.Loading() -> new PageBox(around, plain, new Skeleton(around, 3));
            case AccountsScreen.Unreadable() -> new PageBox(around, plain, Unreadable.bar(around, model::load));
            case AccountsScreen.Shown shown -> page(shown);
        };
    }

    private Node page(AccountsScreen.Shown shown) {
        Holding holding = shown.holding();
        int next = shown.accounts().size() + 1;
        Button add = Buttons.primary(around.say("accounts.add"), () -> accounts.add(next));
        PageHead head = switch (holding) {
            case WORDS -> new PageHead(around.say("accounts.title"), around.say("accounts.sentence"), add);
            case KEYS_ONLY -> new PageHead(around.say("accounts.title"), around.say("accounts.sentence"));
            case NO_KEYS ->
                new PageHead(
                        around.say("accounts.title"),
                        around.say("accounts.noKeys"),
                        Buttons.primary(around.say("accounts.begin"), begin));
        };
        PageBox page = new PageBox(around, head);
        news(shown.news()).ifPresent(page.getChildren()::add);
        page.getChildren()
                .add(
                        shown.accounts().isEmpty()
                                ? new EmptyCard(
                                        Feather.USER,
                                        around.say("balances.noAccount"),
                                        around.say("accounts.empty.why"))
                                : list(shown.accounts()));
        page.getChildren().add(more(holding, next));
        if (holding != Holding.NO_KEYS) {
            page.getChildren().add(keys(holding));
        }
        page.getChildren().add(backup(holding));
        return page;
    }

    private Node list(List<Account> all) {
        ListView<Account> list = new ListView<>(FXCollections.observableArrayList(all));
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("accounts.title"));
        list.setCellFactory(_ -> new AccountCell(around));
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open(list);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(list);
            }
        });
        double row = around.narrow().get() ? CARD : ROW;
        list.setFixedCellSize(row); // so that no fraction of a pixel too much brings a second scroll bar
        double height = Math.min(all.size(), MOST_ROWS) * row + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        VBox card = new VBox(list);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        return card;
    }

    private void open(ListView<Account> list) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(accounts::open);
    }

    private Node more(Holding holding, int next) {
        FlowPane buttons = new FlowPane(8, 8);
        if (holding != Holding.NO_KEYS) {
            buttons.getChildren()
                    .addAll(
                            Buttons.plain(
                                    around.say("accounts.importKey"), Feather.KEY, () -> accounts.importKey(next)),
                            Buttons.plain(
                                    around.say("accounts.importKeystore"),
                                    Feather.FILE,
                                    () -> accounts.importKeystore(next)));
        }
        buttons.getChildren().add(Buttons.plain(around.say("accounts.watch"), Feather.EYE, accounts::watch));
        if (holding == Holding.WORDS) {
            buttons.getChildren().add(Buttons.plain(around.say("accounts.look"), Feather.SEARCH, look));
        }
        return card(around.say("accounts.more"), around.say("accounts.more.why"), buttons);
    }

    private Node keys(Holding holding) {
        FlowPane buttons = new FlowPane(8, 8);
        if (holding == Holding.WORDS) {
            buttons.getChildren().add(Buttons.plain(around.say("accounts.words"), Feather.LIST, keys::words));
        }
        buttons.getChildren()
                .addAll(
                        Buttons.plain(around.say("accounts.changePassword"), Feather.EDIT_3, keys::changePassword),
                        Buttons.plain(around.say("accounts.lock"), Feather.LOCK, lock));
        return card(around.say("accounts.keys"), around.say("accounts.keys.why"), buttons);
    }

    private Node backup(Holding holding) {
        return card(
                around.say("accounts.backup"),
                around.say("accounts.backup.where"),
                new FlowPane(
                        8,
                        8,
                        Buttons.plain(
                                around.say("accounts.backup.open"),
                                Feather.SAVE,
                                () -> keys.backUp(holding != Holding.NO_KEYS))));
    }

    private static Node card(String title, String why, Node content) {
        VBox card = new VBox(8, Labels.heading(title), Labels.wrapped(why, "lb-quiet"), content);
        card.getStyleClass().add("lb-card");
        return card;
    }

    private Optional<Node> news(News news) {
        return switch (news) {
            case News.None() -> Optional.empty();
            case News.Added(Account account) -> calm("accounts.added", AccountCell.name(around, account));
            case News.Imported(Account account) ->
                Optional.of(Bar.caution(around, around.say("accounts.imported", AccountCell.name(around, account))));
            case News.Renamed(Account account) -> calm("accounts.renamed", AccountCell.name(around, account));
            case News.Removed(Account account) -> calm("accounts.removed", AccountCell.name(around, account));
            case News.KeySaved(Account account, String file) ->
                calm("accounts.exported", AccountCell.name(around, account), file);
            case News.PasswordChanged() -> calm("accounts.passwordChanged");
            case News.BackedUp(String file, int own, int contacts, int transactions) ->
                calm("accounts.backedUp", file, own, contacts, transactions);
        };
    }

    private Optional<Node> calm(String key, Object... arguments) {
        return Optional.of(new Bar(around, Urgency.CALM, around.say(key, arguments)));
    }
}
