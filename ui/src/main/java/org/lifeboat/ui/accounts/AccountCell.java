package org.lifeboat.ui.accounts;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.account.Account;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// One account in the list: what it is called, where it is, where its key is.
final class AccountCell extends ListCell<Account> {
    private static final double NAME_WIDTH = 280;

    private final Surroundings around;

    AccountCell(Surroundings around) {
        this.around = around;
    }

    @Override
    protected void updateItem(@Nullable Account account, boolean empty) {
        super.updateItem(account, empty);
        setText(null);
        if (empty || account == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Label name = Labels.cut(name(around, account), "lb-strong");
        Label kind = Labels.cut(kind(around, account), "lb-quiet");
        Pane row;
        if (around.narrow().get()) {
            row = new VBox(2, name, AddressText.ends(account.address()), kind);
        } else {
            name.setPrefWidth(NAME_WIDTH);
            kind.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(kind, Priority.ALWAYS);
            row = new HBox(16, name, AddressText.ends(account.address()), kind);
        }
        row.getStyleClass().add("lb-row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        setGraphic(row);
        setAccessibleText(
                String.join(", ", name(around, account), account.address().toChecksum(), kind(around, account)));
    }

    /// What the user calls it, or the ends of its address.
    static String name(Surroundings around, Account account) {
        String name = account.label().isBlank() ? AddressText.shortened(account.address()) : account.label();
        return account.hidden() ? around.say("accounts.hidden", name) : name;
    }

    static String kind(Surroundings around, Account account) {
        return switch (account.kind()) {
            case Account.Kind.Derived(String path) -> around.say("accounts.kind.derived", path);
            case Account.Kind.Imported() -> around.say("accounts.kind.imported");
            case Account.Kind.WatchOnly() -> around.say("accounts.kind.watchOnly");
        };
    }
}
