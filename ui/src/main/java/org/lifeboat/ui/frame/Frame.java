package org.lifeboat.ui.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Scrolling;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.WizardPage;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;

/// The window around the pages: title bar, menu, page, status bar; the keys that work everywhere.
///
/// Below 1100 pixels of room the menu is icons; below 800 rows become cards; where it is lower than 500 pixels all
/// stands closer together. Room counts after zoom.
public final class Frame implements Navigation {
    public static final double ICONS_BELOW = 1100;
    public static final double CARDS_BELOW = 800;

    private final Surroundings around;
    private final BorderPane base;
    private final Function<Place, Page> pages;
    private final List<Command> commands;
    private final SideMenu menu;
    private final StatusBar status;
    private final EventHandler<KeyEvent> keys = this::key;
    private final StackPane middle = new StackPane();
    private final ScrollPane scroll = Scrolling.filledBy(middle);
    private Optional<Page> shown = Optional.empty();
    private Optional<Place> place = Optional.empty();

    /// @param base the pane below the dialogs' layer; filled here
    /// @param pages makes the page for a place
    /// @param play whether all money in the wallet is play money
    /// @param more commands beside those of the frame itself
    public Frame(
            Surroundings around,
            BorderPane base,
            List<MenuItem> items,
            ObservableList<StatusPart> statements,
            Function<Place, Page> pages,
            BooleanProperty hidden,
            boolean play,
            Runnable lock,
            List<Command> more) {
        this.around = around;
        this.base = base;
        this.pages = pages;
        this.menu = new SideMenu(items, around.say("menu.name"), this);
        this.status = new StatusBar(around.say("status.name"), statements);
        this.commands = FrameCommands.of(
                around, items, this, () -> hidden.set(!hidden.get()), lock, this::openPalette, this::openKeys, more);
        base.getStyleClass().add("lb-frame");
        base.setTop(new TopBar(around, play, this::openPalette, () -> hidden.set(!hidden.get()), lock));
        base.setLeft(menu);
        base.setCenter(scroll);
        base.setBottom(status);
        base.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
        fit(base.getWidth());
        ChangeListener<Number> low = WizardPage.low(base);
        base.heightProperty().addListener(low);
        low.changed(base.heightProperty(), base.getHeight(), base.getHeight());
        around.layer().addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    @Override
    public void open(Place next) {
        shown.ifPresent(Page::detach);
        Page page = pages.apply(next);
        shown = Optional.of(page);
        place = Optional.of(next);
        Focus.keep(
                middle,
                () -> {
                    middle.getChildren().setAll(page.node());
                    scroll.setVvalue(0); // the page before may have been read to its end
                    menu.choose(next);
                    page.attach();
                },
                menu::focus);
    }

    /// Puts the focus on the menu, from where the keys lead everywhere.
    public void focus() {
        menu.focus();
    }

    public Optional<Place> place() {
        return place;
    }

    /// Time has passed.
    public void timePassed() {
        shown.ifPresent(Page::timePassed);
    }

    /// To be called when the frame is thrown away: on lock, or for another language.
    public void close() {
        shown.ifPresent(Page::detach);
        shown = Optional.empty();
        around.layer().removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    private void fit(double width) {
        menu.setNarrow(width > 0 && width < ICONS_BELOW);
    }

    private void openPalette() {
        Palette.open(around, commands);
    }

    private void openKeys() {
        KeyList.open(around, commands);
    }

    private void key(KeyEvent event) {
        if (around.layer().isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.F6) {
            event.consume();
            nextRegion(event.isShiftDown());
            return;
        }
        for (Command command : commands) {
            if (command.keys().isPresent() && command.keys().get().match(event)) {
                event.consume();
                command.action().run();
                return;
            }
        }
    }

    /// F6: menu, page, status bar, and round again.
    private void nextRegion(boolean back) {
        Node owner = base.getScene().getFocusOwner();
        int now = within(owner, menu) ? 0 : within(owner, status) ? 2 : 1;
        switch (Math.floorMod(now + (back ? -1 : 1), 3)) {
            case 0 -> menu.focus();
            case 1 -> Focus.first(middle).ifPresent(Node::requestFocus);
            default -> status.focus();
        }
    }

    private static boolean within(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }
}
