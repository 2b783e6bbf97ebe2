package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class SureQuestionTest {
    private static final String WARNING = "Nobody can take it back.";

    private final AtomicInteger done = new AtomicInteger();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    private Layer layer() {
        Layer layer = new Layer(new StackPane());
        Scene scene = new Scene(layer, 640, 400);
        assertThat(scene.getRoot()).isSameAs(layer);
        return layer;
    }

    private Button button(Layer layer, String warning) {
        Surroundings around = new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                layer);
        return SureQuestion.button(around, "Sign", warning, done::incrementAndGet);
    }

    @Test
    void whereNothingSpeaksAgainstIt_itIsDoneAtOnce_byEnterToo() {
        Toolkit.onScreen(() -> {
            Layer layer = layer();
            Button go = button(layer, "");
            assertThat(go.isDefaultButton()).isTrue();

            go.fire();

            assertThat(done).hasValue(1);
            assertThat(layer.isOpen()).isFalse();
            return go;
        });
    }

    @Test
    void whereAWarningStands_itIsAskedFirst_andCancelDoesNothing() {
        Toolkit.onScreen(() -> {
            Layer layer = layer();
            Button go = button(layer, WARNING);
            assertThat(go.isDefaultButton()).isFalse();

            go.fire();
            assertThat(done).hasValue(0);
            assertThat(layer.isOpen()).isTrue();
            assertThat(said(layer)).contains(WARNING);

            press(layer, "Cancel");
            assertThat(done).hasValue(0);
            assertThat(layer.isOpen()).isFalse();
            return go;
        });
    }

    @Test
    void onceAgreedTo_itIsDoneOnce_andTheQuestionIsGone() {
        Toolkit.onScreen(() -> {
            Layer layer = layer();
            button(layer, WARNING).fire();

            List<Button> answers = all(layer, Button.class).stream()
                    .filter(each -> each.isVisible() && each.getText().contains("Sign"))
                    .toList();
            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().isDefaultButton()).isFalse();
            answers.getFirst().fire();

            assertThat(done).hasValue(1);
            assertThat(layer.isOpen()).isFalse();
            return layer;
        });
    }

    private static void press(Layer layer, String name) {
        all(layer, Button.class).stream()
                .filter(each -> name.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private static List<String> said(Layer layer) {
        return all(layer, Labeled.class).stream()
                .map(Labeled::getText)
                .map(Labels::plain)
                .toList();
    }

    private static <T> List<T> all(Parent within, Class<T> kind) {
        return within.lookupAll("*").stream()
                .filter(kind::isInstance)
                .map(Node.class::cast)
                .map(kind::cast)
                .toList();
    }
}
