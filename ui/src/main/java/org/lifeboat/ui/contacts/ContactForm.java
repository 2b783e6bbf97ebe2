package org.lifeboat.ui.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The form for a new or a known contact. Escape asks before it throws away what was typed.
final class ContactForm {
    private ContactForm() {}

    static void open(Surroundings around, ContactsViewModel model, List<Network> networks, Optional<Contact> known) {
        TextField name = new TextField(known.map(Contact::name).orElse(""));
        TextField address =
                new TextField(known.map(each -> each.address().toChecksum()).orElse(""));
        address.setEditable(known.isEmpty());
        TextField note = new TextField(known.map(Contact::note).orElse(""));
        Map<ChainId, CheckBox> boxes = new LinkedHashMap<>();
        FlowPane chains = new FlowPane(16, 8);
        for (Network network : networks) {
            CheckBox box = new CheckBox(network.name());
            box.setSelected(known.filter(each -> each.chains().contains(network.chain()))
                    .isPresent());
            boxes.put(network.chain(), box);
            chains.getChildren().add(box);
        }
        VBox body = new VBox(
                12,
                new Field(around.say("contacts.name"), name, ""),
                new Field(around.say("contacts.address"), address, ""),
                new Field(around.say("contacts.note"), note, ""),
                Labels.styled(around.say("contacts.where"), "lb-strong"),
                Labels.wrapped(around.say("contacts.where.why"), "lb-quiet", "lb-small"),
                chains);
        Supplier<List<?>> filled = () -> List.of(name.getText(), address.getText(), note.getText(), chosen(boxes));
        List<?> before = filled.get();
        Runnable leave = () -> DropQuestion.leave(around, !before.equals(filled.get()), around.layer()::close);
        Button save = Buttons.primary(around.say("action.save"), () -> {
            around.layer().close();
            Set<ChainId> chosen = chosen(boxes);
            known.ifPresentOrElse(
                    each -> model.edit(each.address(), name.getText(), chosen, note.getText()),
                    () -> model.add(name.getText(), address.getText(), chosen, note.getText()));
        });
        save.setDefaultButton(true);
        List<Button> buttons = new ArrayList<>();
        known.ifPresent(each -> buttons.add(Buttons.plain(around.say("contacts.remove"), () -> {
            around.layer().close();
            model.remove(each.address());
        })));
        buttons.add(Buttons.plain(around.say("action.cancel"), leave));
        buttons.add(save);
        String title = known.isEmpty() ? around.say("contacts.add") : around.say("contacts.edit");
        around.layer().show(title, body, leave, buttons);
    }

    private static Set<ChainId> chosen(Map<ChainId, CheckBox> boxes) {
        return boxes.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
