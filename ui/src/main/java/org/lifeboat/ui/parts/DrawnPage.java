package org.lifeboat.ui.parts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.lifeboat.ui.places.Page;

/// A page that is drawn anew whenever what it shows, the room there is, or whether amounts are hidden becomes another.
/// The focus stays on it.
///
/// Where something can be filled in, another width changes nothing but the widths: what was typed stays. There, what is
/// not said where amounts are hidden is written [Anew].
public abstract class DrawnPage implements Page {
    private final Surroundings around;
    private final ObservableValue<?> screen;
    private final StackPane root = new StackPane();
    private final ChangeListener<Object> redraw =
            (_, _, _) -> Focus.stay(root, () -> root.getChildren().setAll(drawn()));
    private final ChangeListener<Object> fit = (page, before, now) -> {
        if (!isForm(root)) {
            redraw.changed(page, before, now);
        }
    };

    /// @param screen what the page shows
    protected DrawnPage(Surroundings around, ObservableValue<?> screen) {
        this.around = around;
        this.screen = screen;
    }

    /// The page for the screen as it is now.
    protected abstract Node drawn();

    @Override
    public final Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        around.narrow().addListener(fit);
        around.hidden().addListener(fit);
        root.getChildren().setAll(drawn());
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        around.narrow().removeListener(fit);
        around.hidden().removeListener(fit);
    }

    /// Whether there is anything in it that a user fills in.
    private static boolean isForm(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof CheckBox
                || node instanceof RadioButton
                || (node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(DrawnPage::isForm));
    }
}
