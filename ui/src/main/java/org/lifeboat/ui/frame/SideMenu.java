package org.lifeboat.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// The menu: words and icons where there is room, icons alone where there is not. Arrows walk it.
final class SideMenu extends VBox {
    private static final double WIDE = 184;
    private static final double NARROW = 58;

    private final List<MenuItem> items;
    private final List<ToggleButton> buttons = new ArrayList<>();

    SideMenu(List<MenuItem> items, String name, Navigation navigation) {
        this.items = List.copyOf(items);
        getStyleClass().add("lb-menu");
        setAccessibleText(name);
        for (MenuItem item : items) {
            ToggleButton button = new ToggleButton(item.name(), Icons.beside(item.icon()));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(item.name());
            button.setOnAction(_ -> {
                button.setSelected(true);
                navigation.open(item.place());
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        setNarrow(false);
    }

    void setNarrow(boolean narrow) {
        setPrefWidth(narrow ? NARROW : WIDE);
        setMinWidth(narrow ? NARROW : WIDE);
        getStyleClass().remove("lb-narrow");
        if (narrow) {
            getStyleClass().add("lb-narrow");
        }
        for (ToggleButton button : buttons) {
            button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            button.setTooltip(narrow ? Labels.tip(button.getText()) : null);
        }
    }

    /// Marks the entry that `place` belongs to. The focus, where it is in the menu, goes with it.
    void choose(Place place) {
        Place entry = place.entry();
        for (int i = 0; i < items.size(); i++) {
            buttons.get(i).setSelected(items.get(i).place().getClass() == entry.getClass());
        }
        boolean within = buttons.stream().anyMatch(Node::isFocused);
        buttons.stream().filter(button -> within && button.isSelected()).forEach(Node::requestFocus);
    }

    void focus() {
        buttons.stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .orElse(buttons.getFirst())
                .requestFocus();
    }

    private void walk(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        for (int i = 0; i < buttons.size() && step != 0; i++) {
            if (buttons.get(i).isFocused()) {
                buttons.get(Math.floorMod(i + step, buttons.size())).requestFocus();
                event.consume();
                return;
            }
        }
    }
}
