package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class DrawnPageTest {
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final ObjectProperty<String> screen = new SimpleObjectProperty<>("first");

    private DrawnPage page(Supplier<Node> content) {
        Stageless.start();
        return Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(),
                    narrow,
                    new Layer(new BorderPane()));
            DrawnPage page = new DrawnPage(around, screen) {
                @Override
                protected Node drawn() {
                    return content.get();
                }
            };
            page.attach();
            return page;
        });
    }

    private static Node content(DrawnPage page) {
        return ((StackPane) page.node()).getChildren().getFirst();
    }

    private void cross() {
        Toolkit.onScreen(() -> {
            narrow.set(!narrow.get());
            return narrow;
        });
    }

    @Test
    void anotherScreen_leavesTheFocusAndTheCursorWhereTheyWere() {
        TextField typed = new TextField();
        DrawnPage page = page(() -> new VBox(named(new TextField(), "first"), named(typed, "second")));
        Toolkit.onScreen(() -> {
            Scene scene = new Scene((StackPane) page.node());
            typed.setText("half typed");
            typed.requestFocus();
            typed.selectRange(4, 6);
            screen.set("second");
            assertThat(scene.getFocusOwner()).isSameAs(typed);
            assertThat(typed.getAnchor()).isEqualTo(4);
            assertThat(typed.getCaretPosition()).isEqualTo(6);
            return scene;
        });
    }

    @Test
    void anotherScreen_keepsTheFocusOnTheSameOfManyButtonsOfOneName() {
        DrawnPage page = page(() -> new VBox(new Button("Withdraw"), new Button("Withdraw"), new Button("Other")));
        Toolkit.onScreen(() -> {
            Scene scene = new Scene((StackPane) page.node());
            ((VBox) content(page)).getChildren().get(1).requestFocus();
            screen.set("second");
            assertThat(scene.getFocusOwner())
                    .isSameAs(((VBox) content(page)).getChildren().get(1));
            return scene;
        });
    }

    private static TextField named(TextField field, String name) {
        field.setAccessibleText(name);
        return field;
    }

    @Test
    void anotherWidth_drawsAPageAnew() {
        DrawnPage page = page(() -> new VBox(new Label("row")));
        Node before = content(page);
        cross();

        assertThat(content(page)).isNotSameAs(before);
    }

    @Test
    void anotherWidth_leavesWhatIsHalfTyped() {
        DrawnPage page = page(() -> new VBox(new Label("To"), new VBox(new TextField())));
        Node before = content(page);
        cross();
        assertThat(content(page)).isSameAs(before);

        Toolkit.onScreen(() -> {
            screen.set("second");
            return screen;
        });
        assertThat(content(page)).as("another screen is drawn").isNotSameAs(before);
    }
}
