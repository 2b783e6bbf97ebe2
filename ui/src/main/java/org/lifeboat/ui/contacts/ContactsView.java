package org.lifeboat.ui.contacts;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.contacts.ContactsScreen.Remark;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The address book.
public final class ContactsView extends DrawnPage {
    private final Surroundings around;
    private final ContactsViewModel model;
    private Optional<Waiting> waiting = Optional.empty();

    public ContactsView(Surroundings around, ContactsViewModel model) {
        super(around, model.screen());
        this.around = around;
        this.model = model;
    }

    @Override
    public void detach() {
        super.detach();
        waiting.ifPresent(Waiting::stop);
    }

    @Override
    protected Node drawn() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        return switch (model.screen().get()) {
            case ContactsScreen.Loading() ->
                new PageBox(around, new PageHead(around.say("contacts.title"), ""), new Skeleton(around, 4));
            case ContactsScreen.Unreadable() ->
                new PageBox(
                        around, new PageHead(around.say("contacts.title"), ""), Unreadable.bar(around, model::load));
            case ContactsScreen.Shown shown -> book(shown);
        };
    }

    private Node book(ContactsScreen.Shown shown) {
        Button add = Buttons.primary(
                around.say("contacts.add"), () -> ContactForm.open(around, model, shown.networks(), Optional.empty()));
        Button bring = Buttons.plain(around.say("contacts.import"), Feather.UPLOAD, this::importFile);
        bring.setDisable(shown.remark() instanceof Remark.Importing);
        Button export = Buttons.plain(
                around.say("contacts.export"),
                Feather.DOWNLOAD,
                () -> FileSaving.ask(around, node(), "contacts.csv", model.csv()));
        export.setDisable(shown.contacts().isEmpty());
        PageHead head = new PageHead(around.say("contacts.title"), around.say("contacts.sentence"), bring, export, add);
        VBox remarks = new VBox();
        remark(shown.remark()).ifPresent(remarks.getChildren()::add);
        remarks.setManaged(!remarks.getChildren().isEmpty());
        if (shown.contacts().isEmpty()) {
            EmptyCard empty =
                    new EmptyCard(Feather.USERS, around.say("contacts.empty"), around.say("contacts.empty.why"));
            return new PageBox(around, head, remarks, empty);
        }
        ListView<Contact> list = new ListView<>(FXCollections.observableArrayList(shown.contacts()));
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("contacts.title"));
        list.setCellFactory(_ -> new ContactCell(around, names(shown.networks())));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open(shown, list);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(shown, list);
            }
        });
        VBox card = new VBox(list);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        card.setMinHeight(PageBox.LEAST_LIST);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return new PageBox(around, head, remarks, card).listed();
    }

    private void open(ContactsScreen.Shown shown, ListView<Contact> list) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(contact -> ContactForm.open(around, model, shown.networks(), Optional.of(contact)));
    }

    private static Map<ChainId, String> names(List<Network> networks) {
        return networks.stream().collect(Collectors.toMap(Network::chain, Network::name));
    }

    private Optional<Node> remark(Remark remark) {
        return switch (remark) {
            case Remark.None() -> Optional.empty();
            case Remark.Alike(Contact kept, List<String> known) ->
                Optional.of(Bar.caution(
                        around, around.say("money.alike", kept.name(), String.join(around.say("list.comma"), known))));
            case Remark.AlreadyThere(Contact contact) -> calm("contacts.already", contact.name());
            case Remark.Importing() -> {
                Waiting ring = new Waiting(around, around.say("contacts.importing"), model::stopImport);
                waiting = Optional.of(ring);
                yield Optional.of(ring);
            }
            case Remark.Imported(int added, int changed) -> calm("contacts.imported", added, changed);
            case Remark.FileRefused(int line, ContactCsv.What what) ->
                calm("contacts.fileRefused", line, around.phrases().choice(what));
            case Remark.FileUnreadable() -> calm("contacts.fileUnreadable");
            case Remark.FileTooLarge(long most) -> calm("contacts.fileTooLarge", most);
            case Remark.Failed() -> calm("state.failed");
        };
    }

    private Optional<Node> calm(String key, Object... arguments) {
        return Optional.of(new Bar(around, Urgency.CALM, around.say(key, arguments)));
    }

    private void importFile() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter("CSV", "*.csv")));
        Optional<File> file =
                Optional.ofNullable(chooser.showOpenDialog(node().getScene().getWindow()));
        file.ifPresent(each -> model.importFrom(each.toPath()));
    }
}
