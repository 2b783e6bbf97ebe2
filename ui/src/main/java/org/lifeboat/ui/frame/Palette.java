package org.lifeboat.ui.frame;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Ctrl+K: type a few letters of what you want, Enter does it.
final class Palette {
    private static final double HEIGHT = 260;
    private static final double LEAST_HEIGHT = 100;

    /// What of a dialog is not its list, in pixels: title, field, button, margins.
    private static final double BESIDES = 240;

    private Palette() {}

    static void open(Surroundings around, List<Command> commands) {
        FilteredList<Command> found = new FilteredList<>(FXCollections.observableArrayList(commands));
        TextField field = new TextField();
        field.setPromptText(around.say("palette.prompt"));
        field.setAccessibleText(around.say("palette.prompt"));
        ListView<Command> list = new ListView<>(found);
        list.setCellFactory(_ -> new CommandCell());
        // In a low window the list gives way, rather than have a second scroll bar beside its own.
        list.setPrefHeight(Math.clamp(around.layer().getHeight() - BESIDES, LEAST_HEIGHT, HEIGHT));
        list.setPlaceholder(Labels.wrapped(around.say("palette.nothing"), "lb-quiet"));
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("palette.title"));
        list.getSelectionModel().selectFirst();
        field.textProperty().addListener((_, _, text) -> {
            found.setPredicate(command -> fits(command, text));
            list.getSelectionModel().selectFirst();
        });
        Runnable choose = () -> {
            Command command = list.getSelectionModel().getSelectedItem();
            if (command != null) {
                around.layer().close();
                command.action().run();
            }
        };
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys(event, list, choose));
        list.setOnMouseClicked(_ -> choose.run());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                choose.run();
            }
        });
        VBox body = new VBox(8, field, list);
        var close = Buttons.plain(around.say("action.close"), around.layer()::close);
        around.layer().show(around.say("palette.title"), body, around.layer()::close, List.of(close));
    }

    private static void keys(KeyEvent event, ListView<Command> list, Runnable choose) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            choose.run();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            event.consume();
            if (event.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else {
                list.getSelectionModel().selectPrevious();
            }
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
        }
    }

    /// Whether the letters of `text` stand in the name, in this order.
    static boolean fits(Command command, String text) {
        String name = command.name().toLowerCase(Locale.ROOT);
        int at = 0;
        for (char letter : text.toLowerCase(Locale.ROOT).replace(" ", "").toCharArray()) {
            at = name.indexOf(letter, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(new Label(command.name()), gap);
            if (!command.shownKeys().isEmpty()) {
                row.getChildren().add(Labels.styled(command.shownKeys(), "lb-key"));
            }
            row.getStyleClass().add("lb-row");
            setGraphic(row);
            setAccessibleText(command.name());
        }
    }
}
