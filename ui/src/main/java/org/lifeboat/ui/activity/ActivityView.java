package org.lifeboat.ui.activity;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;

/// The page of activity.
public final class ActivityView implements Page {
    private final Surroundings around;
    private final ObservableValue<ActivityScreen> screen;
    private final Actions actions;
    private final StackPane root = new StackPane();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();

    /// What can be done on this page.
    public interface Actions {
        void filter(ActivityFilter filter);

        /// Reads one piece more.
        void more();

        void export(File file, ActivityFilter filter);

        void sources();
    }

    public ActivityView(Surroundings around, ObservableValue<ActivityScreen> screen, Actions actions) {
        this.around = around;
        this.screen = screen;
        this.actions = actions;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        around.narrow().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        around.narrow().removeListener(redraw);
    }

    private void draw() {
        root.getChildren()
                .setAll(
                        switch (screen.getValue()) {
                            case ActivityScreen.Loading() -> new PageBox(around, head(""), new Skeleton(around, 6));
                            case ActivityScreen.Empty() ->
                                new PageBox(
                                        around,
                                        head(""),
                                        new EmptyCard(
                                                Feather.LIST,
                                                around.say("activity.empty"),
                                                around.say("activity.empty.why")));
                            case ActivityScreen.Shown shown -> list(shown);
                        });
    }

    private PageHead head(String sentence, Node... buttons) {
        return new PageHead(around.say("activity.title"), sentence, buttons);
    }

    private Node list(ActivityScreen.Shown shown) {
        Button export = Buttons.plain(around.say("activity.export"), Feather.DOWNLOAD, () -> export(shown.filter()));
        PageHead head = head(around.phrases().count("activity.sentence", shown.total()), networks(shown), export);
        ListView<OwnTransaction> list = new ListView<>(FXCollections.observableArrayList(shown.transactions()));
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("activity.title"));
        list.setPlaceholder(Labels.wrapped(around.say("activity.noneWithFilter"), "lb-quiet"));
        list.setCellFactory(_ -> new ActivityCell(around, shown));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                details(shown, list);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                details(shown, list);
            }
        });
        Button more = Buttons.link(around.say("activity.more"), actions::more);
        more.setVisible(shown.next().isPresent());
        more.setManaged(shown.next().isPresent());
        VBox card = new VBox(list, more);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        card.setMinHeight(220);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        ConditionBars bars =
                new ConditionBars(around, shown.conditions(), () -> actions.filter(shown.filter()), actions::sources);
        return new PageBox(around, head, bars, card);
    }

    private ComboBox<String> networks(ActivityScreen.Shown shown) {
        List<Network> networks = shown.networks().values().stream()
                .sorted((one, other) -> one.chain().compareTo(other.chain()))
                .toList();
        List<String> names = new ArrayList<>(List.of(around.say("activity.allNetworks")));
        networks.forEach(network -> names.add(network.name()));
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(names));
        box.setAccessibleText(around.say("activity.filter"));
        int chosen = 0;
        for (int i = 0; i < networks.size(); i++) {
            if (shown.filter().chain().equals(Optional.of(networks.get(i).chain()))) {
                chosen = i + 1;
            }
        }
        box.getSelectionModel().select(chosen);
        box.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> {
            int at = index.intValue() - 1;
            actions.filter(
                    at < 0
                            ? ActivityFilter.ALL
                            : ActivityFilter.of(networks.get(at).chain()));
        });
        return box;
    }

    private void details(ActivityScreen.Shown shown, ListView<OwnTransaction> list) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(transaction -> TransactionDetails.open(around, shown, transaction));
    }

    private void export(ActivityFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("activity.csv");
        Optional<File> file =
                Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()));
        file.ifPresent(each -> actions.export(each, filter));
    }
}
