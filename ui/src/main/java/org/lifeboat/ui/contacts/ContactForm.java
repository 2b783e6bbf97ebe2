package org.lifeboat.ui.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.NamedRecipient;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.tasks.Tasks;

/// The form for a new or a known contact. A name of ENS in the place of the address is looked up first, and what it
/// leads to is shown before it can be kept. Escape asks before it throws away what was typed.
final class ContactForm {
    private final Surroundings around;
    private final ContactsViewModel model;
    private final List<Network> networks;
    private final Optional<Contact> known;
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final TextField note = new TextField();
    private final Field nameField;
    private final Field addressField;
    private final Map<ChainId, CheckBox> boxes = new LinkedHashMap<>();
    private final VBox looked = new VBox(8);
    private final Button save;
    private Optional<Waiting> waiting = Optional.empty();
    private Tasks.Running looking = () -> {};

    private ContactForm(Surroundings around, ContactsViewModel model, List<Network> networks, Optional<Contact> known) {
        this.around = around;
        this.model = model;
        this.networks = networks;
        this.known = known;
        nameField = new Field(around.say("contacts.name"), name, "");
        addressField = new Field(
                around.say("contacts.address"), address, known.isEmpty() ? around.say("contacts.address.hint") : "");
        save = Buttons.primary(around.say("action.save"), this::save);
        save.setDefaultButton(true);
        for (Network network : networks) {
            boxes.put(network.chain(), new CheckBox(network.name()));
        }
        address.textProperty().addListener((_, _, _) -> stopLooking()); // what was found was of another text
        known.ifPresent(contact -> {
            name.setText(contact.name());
            address.setText(contact.address().toChecksum());
            address.setEditable(false);
            note.setText(contact.note());
            contact.chains().forEach(this::tick);
        });
    }

    static void open(Surroundings around, ContactsViewModel model, List<Network> networks, Optional<Contact> known) {
        new ContactForm(around, model, networks, known).show();
    }

    private void show() {
        FlowPane chains = new FlowPane(16, 8);
        chains.getChildren().addAll(boxes.values());
        looked.setManaged(false);
        VBox body = new VBox(
                12,
                nameField,
                addressField,
                looked,
                new Field(around.say("contacts.note"), note, ""),
                Labels.styled(around.say("contacts.where"), "lb-strong"),
                Labels.wrapped(around.say("contacts.where.why"), "lb-quiet", "lb-small"),
                chains);
        List<?> before = filled();
        Runnable leave = () -> DropQuestion.leave(around, !before.equals(filled()), this::close);
        List<Button> buttons = new ArrayList<>();
        known.ifPresent(each -> buttons.add(Buttons.plain(around.say("contacts.remove"), () -> {
            close();
            model.remove(each.address());
        })));
        buttons.add(Buttons.plain(around.say("action.cancel"), leave));
        buttons.add(save);
        String title = known.isEmpty() ? around.say("contacts.add") : around.say("contacts.edit");
        around.layer().show(title, body, leave, buttons);
    }

    private List<?> filled() {
        return List.of(name.getText(), address.getText(), note.getText(), chosen());
    }

    private void close() {
        stopLooking();
        around.layer().close();
    }

    private void save() {
        nameField.right();
        addressField.right();
        if (NameLookup.isMeant(address.getText())) {
            look();
            return;
        }
        switch (ContactFlaw.of(name.getText(), address.getText(), note.getText())) {
            case NONE -> keep(Address.fromUser(address.getText().strip()));
            case NO_NAME -> nameField.wrong(around.phrases().choice(ContactFlaw.NO_NAME));
            case TEXT -> nameField.wrong(around.phrases().choice(ContactFlaw.TEXT));
            case NOT_AN_ADDRESS -> addressField.wrong(around.phrases().choice(ContactFlaw.NOT_AN_ADDRESS));
            case CHECKSUM -> addressField.wrong(around.phrases().choice(ContactFlaw.CHECKSUM));
        }
    }

    private void keep(Address theirs) {
        close();
        Set<ChainId> chosen = chosen();
        known.ifPresentOrElse(
                each -> model.edit(each.address(), name.getText(), chosen, note.getText()),
                () -> model.add(name.getText(), theirs, chosen, note.getText()));
    }

    private void look() {
        Set<ChainId> chosen = chosen();
        if (chosen.size() > 1) {
            addressField.wrong(around.say("contacts.oneNetwork"));
            return;
        }
        String typed = address.getText().strip();
        Network network = network(chosen);
        Waiting ring = new Waiting(around, around.say("contacts.looking", typed), this::stopLooking);
        waiting = Optional.of(ring);
        looked.getChildren().setAll(ring);
        looked.setManaged(true);
        save.setDisable(true);
        looking = model.look(typed, network, found -> {
            stopLooking();
            found.ifPresentOrElse(
                    recipient -> found(recipient, network), () -> addressField.wrong(around.say("state.failed")));
        });
    }

    /// The network that is ticked; where none is, the L1 of real money, as on the command line.
    private Network network(Set<ChainId> chosen) {
        return networks.stream()
                .filter(each -> chosen.contains(each.chain()))
                .findFirst()
                .or(() -> networks.stream()
                        .filter(each -> each.layer() instanceof Network.Layer.L1 && !each.testNet())
                        .findFirst())
                .orElseGet(networks::getFirst);
    }

    private void found(NamedRecipient recipient, Network network) {
        switch (recipient) {
            case NamedRecipient.Refused(String key, List<String> arguments) ->
                addressField.wrong(around.say(key, arguments.toArray()));
            case NamedRecipient.At(Address theirs, List<Check> checks) -> {
                address.setText(theirs.toChecksum());
                if (name.getText().isBlank()) {
                    name.setText(checks.getFirst().arguments().getFirst());
                }
                tick(network.chain());
                checks.forEach(check -> looked.getChildren().add(CheckLine.of(around, check)));
                looked.setManaged(true);
                save.requestFocus();
            }
        }
    }

    private void stopLooking() {
        looking.cancel();
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        looked.getChildren().clear();
        looked.setManaged(false);
        save.setDisable(false);
    }

    private void tick(ChainId chain) {
        Optional.ofNullable(boxes.get(chain)).ifPresent(box -> box.setSelected(true));
    }

    private Set<ChainId> chosen() {
        return boxes.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
