package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;

/// Pages on which something was pressed before the picture is taken.
final class Openings {
    private Openings() {}

    interface Opening {
        void open(Surroundings around, Node page);
    }

    /// Draws a page inside the frame once `opening` has pressed what it wants.
    static void opened(String name, Place place, Function<Surroundings, Page> make, Opening opening)
            throws IOException {
        Looks.page(name, place, around -> {
            Page page = make.apply(around);
            return new Page() {
                @Override
                public Node node() {
                    return page.node();
                }

                @Override
                public void attach() {
                    page.attach();
                    opening.open(around, page.node());
                }

                @Override
                public void detach() {
                    page.detach();
                }
            };
        });
    }

    static void press(Node node, String words) {
        ButtonBase button =
                (ButtonBase) find(node, each -> each instanceof ButtonBase base && words.equals(base.getText()))
                        .orElseThrow();
        button.fire();
    }

    static void write(Node node, String name, String text) {
        TextField field =
                (TextField) find(node, each -> each instanceof TextField && name.equals(each.getAccessibleText()))
                        .orElseThrow();
        field.setText(text);
    }

    static void openRow(Node node, int row) {
        ListView<?> list =
                (ListView<?>) find(node, each -> each instanceof ListView<?>).orElseThrow();
        list.getSelectionModel().select(row);
        push(list, KeyCode.ENTER, false);
    }

    static void push(Node node, KeyCode key, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        // What scrolls is no child before it is drawn.
        if (node instanceof ScrollPane scrolled) {
            return find(scrolled.getContent(), wanted);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> find(child, wanted))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
