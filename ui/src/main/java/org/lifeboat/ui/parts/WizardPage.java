package org.lifeboat.ui.parts;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Pages that follow one another in the middle of a window of their own. A page scrolls; the row of buttons at its end
/// does not: it stays in sight below.
public final class WizardPage extends BorderPane {
    /// Below this height all stands closer together, in pixels after zoom.
    public static final double LOW_BELOW = 500;

    /// The row of buttons at the end of a page has this style.
    public static final String BUTTONS = "lb-buttons";

    private final VBox middle = new VBox();
    private final StackPane bottom = new StackPane();
    private final ScrollPane scroll = Scrolling.filledBy(middle);

    public WizardPage() {
        middle.setAlignment(Pos.TOP_CENTER);
        scroll.setMinHeight(0);
        bottom.getStyleClass().add("lb-wizard-bottom");
        setCenter(scroll);
        setBottom(bottom);
        heightProperty().addListener(low(this));
    }

    /// Marks `region` as low while it is.
    public static ChangeListener<Number> low(Region region) {
        return (_, _, height) -> {
            region.getStyleClass().remove("lb-low");
            if (height.doubleValue() > 0 && height.doubleValue() < LOW_BELOW) {
                region.getStyleClass().add("lb-low");
            }
        };
    }

    /// Shows another page, from its top.
    /// @param page its last child may be the row of its buttons
    public void show(Region page) {
        page.getStyleClass().add("lb-wizard");
        Optional<HBox> buttons = buttons(page);
        bottom.getChildren().setAll(buttons.stream().toList());
        bottom.setVisible(buttons.isPresent());
        bottom.setManaged(buttons.isPresent());
        middle.getChildren().setAll(page);
        scroll.setVvalue(0);
    }

    /// Takes them out of the page.
    private static Optional<HBox> buttons(Region page) {
        if (!(page instanceof VBox box) || box.getChildren().isEmpty()) {
            return Optional.empty();
        }
        if (!(box.getChildren().getLast() instanceof HBox row)
                || !row.getStyleClass().contains(BUTTONS)) {
            return Optional.empty();
        }
        box.getChildren().remove(row);
        return Optional.of(row);
    }
}
