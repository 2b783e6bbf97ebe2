package org.lifeboat.ui.contacts;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// One contact: name, address, networks, first use.
final class ContactCell extends ListCell<Contact> {
    private static final double NAME_WIDTH = 340;

    private final Surroundings around;
    private final Map<ChainId, String> networks;

    ContactCell(Surroundings around, Map<ChainId, String> networks) {
        this.around = around;
        this.networks = networks;
    }

    @Override
    protected void updateItem(@Nullable Contact contact, boolean empty) {
        super.updateItem(contact, empty);
        setText(null);
        if (empty || contact == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Label name = Labels.cut(contact.name(), "lb-strong");
        Label used = Labels.styled(
                contact.firstUsed()
                        .map(at -> around.say("contacts.since", around.phrases().moment(at)))
                        .orElseGet(() -> around.say("contacts.unused")),
                "lb-quiet",
                "lb-small");
        Label where = Labels.cut(where(contact), "lb-quiet");
        Pane row;
        if (around.narrow().get()) {
            row = new VBox(2, name, AddressText.ends(contact.address()), where, used);
        } else {
            name.setPrefWidth(NAME_WIDTH);
            where.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(where, Priority.ALWAYS);
            row = new HBox(16, name, AddressText.ends(contact.address()), where, used);
        }
        row.getStyleClass().add("lb-row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        setGraphic(row);
        setAccessibleText(String.join(", ", contact.name(), contact.address().toChecksum(), where(contact)));
    }

    private String where(Contact contact) {
        return contact.chains().isEmpty()
                ? around.say("contacts.anywhere")
                : contact.chains().stream()
                        .sorted()
                        .map(chain -> networks.getOrDefault(chain, chain.toString()))
                        .collect(Collectors.joining(around.say("list.comma")));
    }
}
