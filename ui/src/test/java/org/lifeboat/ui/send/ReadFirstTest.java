package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class ReadFirstTest {
    /// Before the first control is made.
    @BeforeAll
    static void toolkit() {
        Stageless.start();
    }

    private final Button sign = new Button("Sign");
    private double factsHigh = 100;

    /// A page of 2,000 pixels that begins with warnings, in a window of 400.
    private ReadFirst page(Optional<Double> warnings) {
        return Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty(true),
                    new Layer(new BorderPane()));
            VBox content = new VBox(new Label("Send"));
            Optional<ReviewWarnings> card = warnings.map(high -> {
                Region drawn = new Region();
                drawn.setMinHeight(high);
                content.getChildren().add(drawn);
                return new ReviewWarnings(drawn, 2, Severity.DANGER);
            });
            Region facts = new Region();
            facts.setMinHeight(factsHigh);
            content.getChildren().add(facts);
            Region rest = new Region();
            rest.setMinHeight(2000);
            content.getChildren().add(rest);
            ReadFirst page = new ReadFirst(around, content, facts, card, new Button("Back"), sign);
            new Scene(page, 640, 400);
            page.applyCss();
            page.resize(640, 400);
            page.layout();
            return page;
        });
    }

    private static void scroll(ReadFirst page, double to) {
        Toolkit.onScreen(() -> {
            ((ScrollPane) page.getCenter()).setVvalue(to);
            page.layout();
            return page;
        });
    }

    private static Button readOn(ReadFirst page) {
        return (Button) page.lookupAll(".button").stream()
                .filter(node ->
                        node instanceof Button button && button.getText().equals("Read on"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signing_isThereAtOnceWhereNothingWarns() {
        page(Optional.empty());
        assertThat(sign.isVisible()).isTrue();
    }

    @Test
    void signing_waitsUntilWhatIsSignedWasInSight() {
        factsHigh = 600;
        ReadFirst page = page(Optional.empty());
        assertThat(sign.isVisible()).isFalse();
        scroll(page, 0.5);
        assertThat(sign.isVisible()).isTrue();
    }

    @Test
    void signing_isThereAtOnceWhereAllWarningsAreInSight() {
        page(Optional.of(100.0));
        assertThat(sign.isVisible()).isTrue();
    }

    @Test
    void signing_waitsUntilTheLastWarningWasInSight() {
        ReadFirst page = page(Optional.of(900.0));
        assertThat(sign.isVisible()).isFalse();
        scroll(page, 0.1);
        assertThat(sign.isVisible()).isFalse();
        scroll(page, 0.5);
        assertThat(sign.isVisible()).isTrue();
        scroll(page, 0);
        assertThat(sign.isVisible()).as("what was read stays read").isTrue();
    }

    @Test
    void readingOn_leadsToSigningInSteps() {
        ReadFirst page = page(Optional.of(900.0));
        int steps = 0;
        while (!sign.isVisible() && steps < 10) {
            Toolkit.onScreen(() -> {
                readOn(page).fire();
                page.layout();
                return page;
            });
            steps++;
        }
        assertThat(steps).isBetween(2, 5);
    }
}
