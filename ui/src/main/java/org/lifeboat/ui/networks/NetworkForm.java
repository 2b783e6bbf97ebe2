package org.lifeboat.ui.networks;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Buttons;
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
        TextField url = new TextField();
        url.setPromptText(around.say("sources.prompt"));
        CheckBox test = new CheckBox(around.say("networks.isTestNet"));
        Field chainField = new Field(around.say("networks.chainId"), chain, around.say("networks.chainId.hint"));
        Field nameField = new Field(around.say("networks.name"), name, "");
        VBox body = new VBox(
                12,
                Labels.wrapped(around.say("networks.own.why")),
                nameField,
                chainField,
                new Field(around.say("networks.symbol"), symbol, ""),
                new Field(around.say("sources.own"), url, around.say("sources.own.hint")),
                test);
        Button save = Buttons.primary(around.say("sources.confirm"), () -> {
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
                around.layer().close();
                actions.addNetwork(draft, url.getText(), false);
            } catch (IllegalArgumentException notUsable) {
                nameField.wrong(around.say("networks.name.wrong"));
            }
        });
        Button cancel = Buttons.plain(around.say("action.cancel"), around.layer()::close);
        around.layer().show(around.say("networks.addNetwork"), body, around.layer()::close, List.of(cancel, save));
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
