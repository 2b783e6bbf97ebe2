package org.lifeboat.ui.activity;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Asking;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;

/// The rows. Made once: what arrives is put into its place, so that nothing jumps and the place in a long
/// list is kept.
final class ActivityList {
    /// So many rows before the end the next piece is fetched; of a short first piece, in its second half.
    private static final int AHEAD = 100;

    /// Height of one row of choices: kept free for them.
    private static final double FILTERS = 34;

    private final Surroundings around;
    private final ActivityView.Actions actions;
    private final Asking asking;
    private final PageHead head;
    private final VBox bars = new VBox();
    private final ListView<OwnTransaction> list = new ListView<>();
    private final PageBox page;
    private ActivityScreen.Shown shown;
    private List<Condition> bad = List.of();
    private boolean narrow;

    ActivityList(Surroundings around, ActivityScreen.Shown first, ActivityView.Actions actions) {
        this.around = around;
        this.actions = actions;
        this.shown = first;
        Button export = Buttons.plain(around.say("activity.export"), Feather.DOWNLOAD, this::export);
        asking = new Asking(around, around.say("activity.asking"), actions::stopFollowing);
        head = new PageHead(around.say("activity.title"), "", asking.cancel(), export);
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("activity.title"));
        list.setPlaceholder(Labels.wrapped(around.say("activity.noneWithFilter"), "lb-quiet"));
        list.setCellFactory(_ -> new ActivityCell(around, () -> shown.around(), this::near));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        VBox card = new VBox(asking.line(), list);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        card.setMinHeight(PageBox.LEAST_LIST);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        StackPane filters = new StackPane();
        filters.setMinHeight(FILTERS);
        // The rows first: lists to choose from take longer to make than rows, and nobody filters within a frame.
        around.tasks().onScreen(() -> {
            filters.getChildren().setAll(new FilterRow(around, first.around(), first.filter(), actions::filter));
            filters.setMinHeight(Region.USE_PREF_SIZE); // two rows where one has no room
        });
        page = new PageBox(around, head, filters, bars, card).listed();
        Anew.each(page, this::say);
        fit();
    }

    Node node() {
        return page;
    }

    void focus() {
        list.requestFocus();
    }

    void stop() {
        asking.stop();
    }

    void show(ActivityScreen.Shown next) {
        boolean otherList = !next.filter().equals(shown.filter());
        shown = next;
        head.say(around.phrases().count("activity.sentence", next.total()));
        asking.show(next.asking());
        say();
        if (otherList) {
            list.getItems().setAll(next.transactions());
            list.scrollTo(0);
        } else {
            renew(list.getItems(), next.transactions());
        }
        if (narrow != around.narrow().get()) {
            fit();
            list.refresh();
        }
    }

    /// What is not well; where that is the same as before, nothing moves.
    private void say() {
        List<Condition> now = shown.conditionsAt(around.phrases().now());
        if (!now.equals(bad)) {
            bad = now;
            Focus.stay(
                    bars,
                    () -> bars.getChildren()
                            .setAll(new ConditionBars(
                                    around, now, actions::follow, () -> actions.go(new Place.Networks()))));
        }
        bars.setManaged(!now.isEmpty());
    }

    private void fit() {
        narrow = around.narrow().get();
        list.setFixedCellSize(narrow ? ActivityCell.CARD_HEIGHT : ActivityCell.LINE_HEIGHT);
    }

    /// Replaces only what is another, and appends what is new.
    private static void renew(ObservableList<OwnTransaction> items, List<OwnTransaction> next) {
        int common = Math.min(items.size(), next.size());
        for (int i = 0; i < common; i++) {
            OwnTransaction wanted = next.get(i);
            if (!items.get(i).equals(wanted)) {
                items.set(i, wanted);
            }
        }
        if (next.size() > common) {
            items.addAll(next.subList(common, next.size()));
        } else if (items.size() > common) {
            items.remove(common, items.size());
        }
    }

    private void near(int row) {
        int read = list.getItems().size();
        if (shown.next().isPresent() && row >= Math.max(read / 2, read - AHEAD)) {
            around.tasks().onScreen(actions::more); // not within the layout that shows the row
        }
    }

    private void open() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(actions::open);
    }

    private void export() {
        FileSaving.ask(around, page, "activity.csv", actions.csv(shown.filter()));
    }
}
