package org.lifeboat.ui.networks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The form for a network of the user's own.
final class NetworkForm {
    private static final int MOST_DIGITS = 15;

    private NetworkForm() {}

    static void open(Surroundings around, NetworksView.Actions actions) {
        TextField name = new TextField();
        TextField symbol = new TextField();
        TextField chain = new TextField();
        AddressField url = new AddressField(around);
        CheckBox test = new CheckBox(around.say("networks.isTestNet"));
        Field chainField = new Field(around.say("networks.chainId"), chain, around.say("networks.chainId.hint"));
        Field nameField = new Field(around.say("networks.name"), name, "");
        VBox body = new VBox(
                12,
                Labels.wrapped(around.say("networks.own.why")),
                nameField,
                chainField,
                new Field(around.say("networks.symbol"), symbol, ""),
                url,
                test);
        Button save = Buttons.primary(around.say("sources.confirm"), () -> {
            nameField.right();
            chainField.right();
            Optional<ChainId> id = chain(chain.getText());
            if (id.isEmpty()) {
                chainField.wrong(around.say("networks.chainId.wrong"));
                return;
            }
            try {
                NetworkDraft draft = new NetworkDraft(
                        id.get(),
                        name.getText().strip(),
                        symbol.getText().strip(),
                        new Network.Layer.Unstated(),
                        test.isSelected());
                if (url.isUsable()) {
                    around.layer().close();
                    actions.addNetwork(draft, url.text(), url.insecureToo());
                }
            } catch (IllegalArgumentException notUsable) {
                nameField.wrong(around.say("networks.name.wrong"));
            }
        });
        save.setDefaultButton(true);
        Runnable leave = () -> DropQuestion.leave(
                around,
                test.isSelected()
                        || url.isFilled()
                        || Stream.of(name, symbol, chain)
                                .anyMatch(field -> !field.getText().isBlank()),
                around.layer()::close);
        Button cancel = Buttons.plain(around.say("action.cancel"), leave);
        around.layer().show(around.say("networks.addNetwork"), body, leave, List.of(cancel, save));
    }

    private static Optional<ChainId> chain(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        long value = Long.parseLong(digits);
        return value == 0 ? Optional.empty() : Optional.of(new ChainId(value));
    }
}
