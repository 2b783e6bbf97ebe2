package org.lifeboat.ui.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import org.lifeboat.engine.account.Account;

/// Chooses one of the user's accounts.
public final class AccountBox {
    private AccountBox() {}

    /// @param chosen one of `accounts`
    public static ComboBox<Account> of(List<Account> accounts, Account chosen, Consumer<Account> choose) {
        ComboBox<Account> box = new ComboBox<>(FXCollections.observableArrayList(accounts));
        box.setConverter(new Named<>(AccountBox::name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(chosen);
        box.valueProperty().addListener((_, _, account) -> choose.accept(account));
        return box;
    }

    /// The user's label and the ends of the address.
    public static String name(Account account) {
        String ends = AddressText.shortened(account.address());
        return account.label().isBlank() ? ends : account.label() + "  (" + ends + ")";
    }
}
