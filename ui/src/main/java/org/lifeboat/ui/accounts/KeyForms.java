package org.lifeboat.ui.accounts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.secrets.NewPassword;
import org.lifeboat.ui.secrets.PasswordBox;
import org.lifeboat.ui.secrets.WordsCard;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.Phrase;

/// The questions about all keys together: look at the words, change the password, back everything up.
/// @param unlock leads to the page that asks for the password
record KeyForms(Surroundings around, AccountsViewModel model, Runnable unlock) {
    void words() {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.words"));
        form.add(Bar.caution(around, around.say("money.words")));
        PasswordBox password = form.password(Spot.PASSWORD, around.say("accounts.password"), "");
        form.whenWordsOpen(() -> model.words().ifPresent(this::show));
        form.open(around.say("accounts.words.go"), () -> model.openWords(password.take()));
    }

    private void show(Phrase phrase) {
        WordsCard card = new WordsCard(around, phrase);
        VBox body = new VBox(12, Bar.caution(around, around.say("money.words")), card);
        // Whatever ends it, the button or the lock: the words leave the screen.
        model.attempt().addListener(new ChangeListener<Attempt>() {
            @Override
            public void changed(
                    javafx.beans.value.ObservableValue<? extends Attempt> attempt, Attempt before, Attempt now) {
                attempt.removeListener(this);
                card.empty();
            }
        });
        Runnable close = () -> {
            around.layer().close();
            model.rest();
        };
        around.layer()
                .show(
                        around.say("words.card"),
                        body,
                        close,
                        List.of(Buttons.primary(around.say("action.close"), close)));
    }

    void changePassword() {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.changePassword"));
        form.add(new Bar(around, Urgency.CALM, around.say("money.password")));
        PasswordBox old = form.password(Spot.PASSWORD, around.say("accounts.password.old"), "");
        NewPassword fresh = form.newPassword(around.say("accounts.password.new"));
        form.open(around.say("accounts.changePassword.go"), () -> {
            if (fresh.isFine()) {
                model.changePassword(old.take(), fresh.take());
            }
        });
    }

    /// @param withKeys whether there is a vault, whose password must be known
    void backUp(boolean withKeys) {
        AttemptForm form = new AttemptForm(around, model, unlock, around.say("accounts.backup"));
        form.add(Labels.wrapped(around.say("accounts.backup.why"), "lb-quiet"));
        LocalDate today = LocalDate.ofInstant(around.phrases().now(), ZoneOffset.UTC);
        FileBox file = form.file(FileBox.toSave(around, "lifeboat-" + today + ".backup"), around.say("file.into"), "");
        PasswordBox password = new PasswordBox();
        if (withKeys) {
            password = form.password(Spot.PASSWORD, around.say("accounts.password"), "");
        }
        PasswordBox known = password;
        NewPassword fresh = form.newPassword(around.say("accounts.backup.password"));
        form.open(around.say("accounts.backup.go"), () -> {
            if (fresh.isFine()) {
                Secret own = known.take();
                model.backUp(file.text(), own, fresh.take());
            }
        });
    }
}
