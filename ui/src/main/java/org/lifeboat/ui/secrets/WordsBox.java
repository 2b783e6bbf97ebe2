package org.lifeboat.ui.secrets;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.lifeboat.vault.Secret;

/// Takes seed words, typed or pasted. Emptied as soon as they are taken, and when they leave the window.
public final class WordsBox {
    private final Area area = new Area();

    public WordsBox() {
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.getStyleClass().add("lb-mono");
        area.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                empty();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) { // leads on, as everywhere; words have no tabs in them
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
    }

    /// The control, for laying out, naming and focusing; its text is nobody's business.
    public Control control() {
        return area;
    }

    /// A copy for checking while the user still types. The caller closes the secret.
    public Secret copy() {
        return Secret.take(area.getText().toCharArray());
    }

    /// Hands the words over and empties the control. The caller closes the secret.
    public Secret take() {
        Secret taken = copy();
        empty();
        return taken;
    }

    /// How many words stand there.
    public int count() {
        String text = area.getText().trim();
        return text.isEmpty() ? 0 : text.split("[\\s\\u3000]+").length;
    }

    /// Changes with every key; carries nothing of the words but that they changed.
    public ObservableValue<Integer> typed() {
        return area.textProperty().map(String::length);
    }

    /// What could be brought back by *undo* goes as well.
    public void empty() {
        area.clear();
    }

    /// As a password's field: nothing leads from it to the clipboard, and other programs that ask by way of the
    /// screen reader get its name. The keys that are pressed a screen reader says by itself.
    private static final class Area extends TextArea {
        @Override
        public void copy() {}

        @Override
        public void cut() {}

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT
                    ? getAccessibleText()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
