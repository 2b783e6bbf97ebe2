package org.lifeboat.ui.send;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Scrolling;
import org.lifeboat.ui.parts.Surroundings;

/// A page to be read with its buttons pinned below. The button that signs is there only once what is to be signed, and
/// the last warning, have been in sight: until then its place is taken by one that scrolls on.
final class ReadFirst extends BorderPane {
    /// Part of what is in sight that one step scrolls by: a line or two stay, so that the place is not lost.
    private static final double STEP = 0.8;

    /// Width of the button that signs, in pixels, in the narrowest window.
    private static final double LEAST = 200;

    private final ScrollPane scroll;
    private final List<Region> first;
    private final Button sign;
    private final Button on;
    private boolean read;

    /// @param page with the facts and the warnings somewhere on it
    /// @param facts what is to be signed
    /// @param sign signs
    ReadFirst(
            Surroundings around,
            Region page,
            Region facts,
            Optional<ReviewWarnings> warnings,
            Button back,
            Button sign) {
        this.scroll = Scrolling.of(page);
        this.first = Stream.concat(Stream.of(facts), warnings.map(ReviewWarnings::card).stream())
                .toList();
        this.sign = sign;
        this.on = Buttons.primary(around.say("send.readOn"), this::readOn);
        on.setGraphic(Icons.beside(Feather.CHEVRON_DOWN));
        scroll.setMinHeight(0);
        setCenter(scroll);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        StackPane either = new StackPane(on, sign);
        sign.setWrapText(true); // where its words need more than one line, none of them is cut
        sign.setMinWidth(LEAST);
        sign.setMinHeight(Region.USE_PREF_SIZE);
        either.setAlignment(Pos.CENTER_RIGHT);
        HBox foot = new HBox(back, gap, either);
        warnings.ifPresent(found -> foot.getChildren().add(1, count(around, found)));
        foot.getStyleClass().add("lb-foot");
        setBottom(foot);
        show(false);
        scroll.vvalueProperty().addListener((_, _, _) -> look());
        scroll.viewportBoundsProperty().addListener((_, _, _) -> look());
    }

    /// How many warnings there are; leads back to them.
    private Node count(Surroundings around, ReviewWarnings found) {
        Button count = Buttons.link(around.say("send.warnings.count", found.count()), () -> scroll.setVvalue(0));
        count.setGraphic(Icons.beside(Feather.ALERT_TRIANGLE));
        count.getStyleClass().add(ReviewWarnings.tone(found.worst()));
        return count;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        scroll.layout(); // now, so that it is known what is in sight before any of it is drawn
        look();
    }

    /// What was read stays read; what is in sight without scrolling may be covered again by a smaller window.
    private void look() {
        boolean inSight = first.stream().allMatch(this::inSight);
        read |= inSight && scroll.getVvalue() > 0;
        show(read || inSight);
    }

    private boolean inSight(Region card) {
        Node page = scroll.getContent();
        double seen = scroll.getViewportBounds().getHeight();
        if (seen <= 0 || card.getHeight() <= 0) {
            return false;
        }
        Bounds bounds = page.sceneToLocal(card.localToScene(card.getLayoutBounds()));
        return bounds.getMaxY() <= scroll.getVvalue() * hidden() + seen + 1;
    }

    /// How much of the page is not in sight, in its own pixels.
    private double hidden() {
        return Math.max(
                0,
                scroll.getContent().getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight());
    }

    private void show(boolean signing) {
        boolean focused = on.isFocused();
        on.setVisible(!signing);
        sign.setVisible(signing);
        if (signing && focused) {
            sign.requestFocus();
        }
    }

    private void readOn() {
        double step = STEP * scroll.getViewportBounds().getHeight() / Math.max(1, hidden());
        scroll.setVvalue(Math.min(1, scroll.getVvalue() + step));
    }
}
