package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.exits.ExitsScreen.Layer;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.Surroundings;

/// Asks where to look for withdrawals that were begun elsewhere, or by a profile that is lost.
final class FindForm {
    private FindForm() {}

    /// How far back.
    enum Back {
        MONTH,
        YEAR,
        ALL;

        Optional<Duration> span() {
            return switch (this) {
                case MONTH -> Optional.of(Duration.ofDays(30));
                case YEAR -> Optional.of(Duration.ofDays(365));
                case ALL -> Optional.empty();
            };
        }
    }

    static void open(Surroundings around, List<Layer> layers, ExitsView.Actions actions) {
        List<Account> accounts = ExitsView.accounts(layers);
        if (accounts.isEmpty()) {
            return;
        }
        ComboBox<Network> network = new ComboBox<>(
                FXCollections.observableArrayList(layers.stream().map(Layer::l2).toList()));
        network.setConverter(new Named<>(Network::name));
        network.setValue(layers.getFirst().l2());
        network.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Account> account = AccountBox.of(accounts, accounts.getFirst(), _ -> {});
        ComboBox<Back> back = new ComboBox<>(FXCollections.observableArrayList(Back.values()));
        back.setConverter(new Named<>(each -> around.say("exits.back." + each)));
        back.setValue(Back.MONTH);
        back.setMaxWidth(Double.MAX_VALUE);
        TextField transaction = new TextField();
        transaction.getStyleClass().add("lb-mono");
        VBox body = new VBox(
                12,
                Labels.wrapped(around.say("exits.find.why")),
                new Field(around.say("evidence.network"), network, ""),
                new Field(around.say("exits.find.account"), account, ""),
                new Field(around.say("exits.find.back"), back, around.say("exits.find.back.hint")));
        Field hash =
                new Field(around.say("exits.find.transaction"), transaction, around.say("exits.find.transaction.hint"));
        body.getChildren().add(hash);
        Button cancel = Buttons.plain(around.say("action.cancel"), around.layer()::close);
        Button go = Buttons.primary(around.say("exits.find.go"), () -> {
            if (!transaction.getText().isBlank()) {
                read(transaction.getText().strip())
                        .ifPresentOrElse(
                                named -> {
                                    around.layer().close();
                                    actions.find(network.getValue(), named);
                                },
                                () -> hash.wrong(around.say("exits.find.transaction.wrong")));
                return;
            }
            around.layer().close();
            actions.find(
                    network.getValue(),
                    account.getValue().address(),
                    back.getValue().span());
        });
        go.setDefaultButton(true);
        around.layer().show(around.say("exits.find"), body, around.layer()::close, List.of(cancel, go));
    }

    private static Optional<Hash32> read(String text) {
        try {
            return Optional.of(Hash32.fromHex(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
