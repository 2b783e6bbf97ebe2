package org.lifeboat.ui.accounts;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.secrets.NewPassword;
import org.lifeboat.ui.secrets.PasswordBox;

/// The questions about single accounts: add, bring in, watch, rename, save its key, remove.
/// @param unlock leads to the page that asks for the password
record AccountForms(Surroundings around, AccountsViewModel model, Runnable unlock) {
    void add(int number) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.add"));
        form.add(Labels.wrapped(around.say("accounts.add.why"), "lb-quiet"));
        TextField label = label(form, around.say("account.numbered", number));
        form.open(
                around.say("accounts.add.go"),
                () -> model.addNext(label.getText().strip()));
    }

    void importKey(int number) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.importKey"));
        form.add(Bar.caution(around, around.say("money.imported")));
        PasswordBox key = form.password(Spot.KEY, around.say("accounts.key"), around.say("accounts.key.hint"));
        TextField label = label(form, around.say("account.numbered", number));
        form.open(
                around.say("accounts.import.go"),
                () -> model.importKey(key.take(), label.getText().strip()));
    }

    void importKeystore(int number) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.importKeystore"));
        form.add(Bar.caution(around, around.say("money.imported")));
        FileBox file = form.file(
                FileBox.toOpen(around), around.say("accounts.keystore.file"), around.say("accounts.keystore.hint"));
        PasswordBox password = form.password(Spot.FILE_PASSWORD, around.say("accounts.keystore.password"), "");
        TextField label = label(form, around.say("account.numbered", number));
        form.open(
                around.say("accounts.import.go"),
                () -> model.importKeystore(
                        file.text(), password.take(), label.getText().strip()));
    }

    void watch() {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.watch"));
        form.add(Labels.wrapped(around.say("onboarding.watch.why"), "lb-quiet"));
        TextField address =
                form.text(Spot.ADDRESS, around.say("onboarding.address"), "", around.say("onboarding.address.hint"));
        TextField label = label(form, around.say("onboarding.watched"));
        form.open(
                around.say("accounts.watch.go"),
                () -> model.watch(address.getText(), label.getText().strip()));
    }

    /// One account: its label, its address, and what can be done with its key.
    void open(Account account) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.one"));
        TextField label = label(form, account.label());
        form.add(new VBox(
                4,
                Labels.styled(around.say("accounts.address"), "lb-strong"),
                AddressText.whole(around, account.address())));
        form.add(new VBox(
                4,
                Labels.styled(around.say("accounts.kind"), "lb-strong"),
                Labels.wrapped(AccountCell.kind(around, account))));
        Button remove = Buttons.plain(around.say("accounts.remove"), () -> {
            form.close();
            remove(account);
        });
        Button save = Buttons.plain(around.say("accounts.export"), () -> {
            form.close();
            export(account);
        });
        save.setDisable(!account.canSign());
        form.open(
                around.say("action.save"),
                () -> model.rename(account, label.getText().strip()),
                remove,
                save);
    }

    private void remove(Account account) {
        String name = AccountCell.name(around, account);
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.remove.title", name));
        form.add(
                switch (account.kind()) {
                    case Account.Kind.Imported() -> Bar.caution(around, around.say("money.removeImported", name));
                    case Account.Kind.Derived _ ->
                        new Bar(around, Urgency.CALM, around.say("accounts.removeDerived", name));
                    case Account.Kind.WatchOnly() ->
                        new Bar(around, Urgency.CALM, around.say("accounts.removeWatched", name));
                });
        form.cautious().open(around.say("accounts.remove.go"), () -> model.remove(account));
    }

    private void export(Account account) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.export"));
        form.add(Labels.wrapped(around.say("accounts.export.why", AccountCell.name(around, account)), "lb-quiet"));
        FileBox file =
                form.file(FileBox.toSave(around, account.address().toHex() + ".json"), around.say("file.into"), "");
        PasswordBox password = form.password(Spot.PASSWORD, around.say("accounts.password"), "");
        NewPassword fresh = form.newPassword(around.say("accounts.export.password"));
        form.open(around.say("accounts.export.go"), () -> {
            if (fresh.isFine()) {
                model.exportKeystore(account, file.text(), password.take(), fresh.take());
            }
        });
    }

    private TextField label(AttemptForm form, String before) {
        return form.text(Spot.LABEL, around.say("onboarding.label"), before, "");
    }
}
