package org.lifeboat.ui.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;

/// What is typed or shown in secret leaves the controls at once, by every door.
class SecretsTest {
    private static final String TYPED = "correct horse battery";

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    private static <T> T onScreen(Supplier<T> work) {
        return Toolkit.onScreen(work::get);
    }

    private static Surroundings around() {
        return new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new Layer(new BorderPane()));
    }

    private static Phrase phrase() {
        if (PhraseReader.read(Secret.take(OpenWallet.WORDS.toCharArray()))
                instanceof PhraseReading.Valid(var read, var _)) {
            return read;
        }
        throw new IllegalStateException("the reference words are not read");
    }

    /// Types as a keyboard does: each letter can be undone.
    private static TextInputControl typed(Node control) {
        TextInputControl field = (TextInputControl) control;
        for (char letter : TYPED.toCharArray()) {
            field.insertText(field.getLength(), String.valueOf(letter));
        }
        return field;
    }

    @Test
    void taking_emptiesTheControl_andNothingCanBeUndone() {
        onScreen(() -> {
            PasswordBox password = new PasswordBox();
            WordsBox words = new WordsBox();
            TextInputControl one = typed(password.control());
            TextInputControl two = typed(words.control());
            assertThat(one.isUndoable() && two.isUndoable())
                    .as("what is typed can be undone before")
                    .isTrue();
            password.take().close();
            words.take().close();
            for (TextInputControl each : List.of(one, two)) {
                each.undo();
                each.redo();
                assertThat(each.getText()).isEmpty();
                assertThat(each.isUndoable() || each.isRedoable()).isFalse();
            }
            return one;
        });
    }

    @Test
    void leavingTheWindow_emptiesTheControls_whateverTakesThemAway() {
        onScreen(() -> {
            PasswordBox password = new PasswordBox();
            WordsBox words = new WordsBox();
            WordBox word = new WordBox();
            StackPane dialog = new StackPane(password.control(), words.control(), word.control());
            StackPane window = new StackPane(dialog);
            Scene scene = new Scene(window);
            TextInputControl one = typed(password.control());
            TextInputControl two = typed(words.control());
            TextInputControl three = typed(word.control());
            assertThat(scene.getRoot()).isSameAs(window);
            window.getChildren().clear();
            for (TextInputControl each : List.of(one, two, three)) {
                assertThat(each.getText()).isEmpty();
                assertThat(each.isUndoable()).isFalse();
            }
            return scene;
        });
    }

    @Test
    void nothing_leadsToTheClipboard() {
        onScreen(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before"));
            for (Node each : List.of(new PasswordBox().control(), new WordsBox().control(), new WordBox().control())) {
                TextInputControl field = typed(each);
                field.selectAll();
                field.copy();
                field.cut();
                assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("before");
                assertThat(field.getText()).as("cut takes nothing away").isEqualTo(TYPED);
            }
            return true;
        });
    }

    @Test
    void otherPrograms_areToldTheNameAndNotWhatIsTyped() {
        onScreen(() -> {
            for (Node each : List.of(new PasswordBox().control(), new WordsBox().control(), new WordBox().control())) {
                each.setAccessibleText("Words");
                typed(each);
                assertThat(each.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .isEqualTo("Words");
            }
            return true;
        });
    }

    @Test
    void words_leaveTheCardWithIt() {
        onScreen(() -> {
            try (Phrase phrase = phrase()) {
                WordsCard card = new WordsCard(around(), phrase);
                List<Node> boxes = List.copyOf(card.getChildren());
                StackPane window = new StackPane(card);
                Scene scene = new Scene(window);
                assertThat(said(boxes)).contains("abandon", "12 about");
                assertThat(scene.getRoot()).isSameAs(window);
                window.getChildren().clear();
                assertThat(said(boxes)).noneMatch(text -> text.contains("abandon") || text.contains("about"));
                assertThat(card.getChildren()).isEmpty();
            }
            return true;
        });
    }

    @Test
    void words_leaveTheButtonsOfTheQuiz() {
        onScreen(() -> {
            try (Phrase phrase = phrase()) {
                QuizBox box = new QuizBox(around(), new WordsQuiz(phrase, new Random(7)), () -> {});
                List<Node> before = List.of(box);
                List<Node> buttons = new ArrayList<>();
                everything(box, buttons);
                assertThat(said(before)).contains("abandon");
                box.empty();
                assertThat(said(buttons)).noneMatch(text -> text.contains("abandon") || text.contains("about"));
            }
            return true;
        });
    }

    /// All that a person or a screen reader could be told.
    private static List<String> said(List<Node> nodes) {
        List<Node> all = new ArrayList<>();
        nodes.forEach(node -> everything(node, all));
        List<String> said = new ArrayList<>();
        for (Node node : all) {
            said.add(String.valueOf(node.getAccessibleText()));
            if (node instanceof Labeled labeled) {
                said.add(String.valueOf(labeled.getText()));
            }
        }
        return said;
    }

    private static void everything(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> everything(child, into));
        }
    }
}
