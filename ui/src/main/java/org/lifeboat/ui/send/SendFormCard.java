package org.lifeboat.ui.send;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.Surroundings;

/// The form: from whom, where, what, to whom, how much.
final class SendFormCard {
    private final Surroundings around;
    private final SendScreen.Filling filling;
    private final SendView.Actions actions;
    private final ComboBox<Account> from;
    private final ComboBox<Network> network;
    private final ComboBox<Asset> asset;
    private final ComboBox<Speed> speed;
    private final TextField to;
    private final TextField amount;
    private final CheckBox all;
    private final CheckBox keepWayOut;

    private SendFormCard(Surroundings around, SendScreen.Filling filling, SendView.Actions actions) {
        this.around = around;
        this.filling = filling;
        this.actions = actions;
        SendForm form = filling.form();
        from = AccountBox.of(filling.choices().accounts(), form.from(), _ -> {});
        network = box(filling.choices().networks(), form.network(), Network::name);
        asset = box(
                filling.choices().assets(),
                form.asset(),
                each -> around.phrases().symbol(each.symbol()));
        speed = box(List.of(Speed.values()), form.speed(), around.phrases()::choice);
        to = new TextField(form.to());
        to.getStyleClass().add("lb-mono");
        amount = new TextField(form.amount());
        all = new CheckBox(around.say("send.all"));
        all.setSelected(form.all());
        keepWayOut = new CheckBox(around.say("send.all.keepWayOut"));
        keepWayOut.setSelected(form.keepWayOut());
        keepWayOut.setWrapText(true);
        keepWayOut
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> all.isSelected() && keepsWayOut(asset.getValue()),
                        all.selectedProperty(),
                        asset.valueProperty()));
        keepWayOut.managedProperty().bind(keepWayOut.visibleProperty());
        amount.disableProperty().bind(all.selectedProperty());
        network.valueProperty().addListener((_, _, chosen) -> actions.chooseNetwork(form(), chosen));
    }

    static Node of(Surroundings around, SendScreen.Filling filling, SendView.Actions actions) {
        return new SendFormCard(around, filling, actions).card();
    }

    private Node card() {
        Field toField = new Field(
                around.say("send.to"),
                to,
                recipient(),
                around.say(filling.choices().contacts().isEmpty() ? "send.to.hint.none" : "send.to.hint"));
        HBox howMuch = new HBox(8, amount, asset);
        HBox.setHgrow(amount, Priority.ALWAYS);
        asset.setMinWidth(120);
        asset.setAccessibleText(around.say("send.asset"));
        Field amountField = new Field(around.say("send.amount"), amount, howMuch, "");
        switch (filling.flaw()) {
            case NONE -> {}
            case NOT_AN_ADDRESS, CHECKSUM -> toField.wrong(around.phrases().choice(filling.flaw()));
            case NOT_AN_AMOUNT, TOO_MANY_DECIMALS ->
                amountField.wrong(around.phrases().choice(filling.flaw()));
        }
        Button review = Buttons.primary(around.say("send.review"), () -> actions.review(form()));
        review.setDefaultButton(true);
        HBox buttons = new HBox(review);
        buttons.getStyleClass().add("lb-buttons");
        VBox card = new VBox(
                new Field(around.say("send.from"), from, ""),
                new Field(around.say("evidence.network"), network, ""),
                toField,
                amountField,
                all,
                keepWayOut,
                new Field(around.say("send.speed"), speed, ""),
                buttons);
        card.getStyleClass().addAll("lb-card", "lb-roomy");
        card.setMaxWidth(720);
        return card;
    }

    private Node recipient() {
        HBox box = new HBox(8, to);
        HBox.setHgrow(to, Priority.ALWAYS);
        if (!filling.choices().contacts().isEmpty()) {
            MenuButton pick = new MenuButton(around.say("contacts.title"));
            for (Contact contact : filling.choices().contacts()) {
                MenuItem item = new MenuItem(contact.name() + "  " + AddressText.shortened(contact.address()));
                // A contact that is called by a name of ENS is held against it before anything is signed.
                item.setOnAction(_ -> to.setText(
                        NameLookup.isMeant(contact.name())
                                ? contact.name()
                                : contact.address().toChecksum()));
                pick.getItems().add(item);
            }
            box.getChildren().add(pick);
        }
        return box;
    }

    private SendForm form() {
        return new SendForm(
                from.getValue(),
                network.getValue(),
                asset.getValue(),
                to.getText(),
                amount.getText(),
                all.isSelected(),
                keepWayOut.isSelected(),
                speed.getValue());
    }

    /// Of the coin of an L1, above which an L2 is watched.
    private boolean keepsWayOut(Asset chosen) {
        return chosen instanceof Asset.Coin
                && filling.choices().networks().stream()
                        .anyMatch(other -> other.layer() instanceof Network.Layer.L2(var l1, var _)
                                && l1.equals(filling.form().network().chain()));
    }

    private static <T> ComboBox<T> box(List<T> values, T chosen, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setConverter(new Named<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(chosen);
        return box;
    }
}
