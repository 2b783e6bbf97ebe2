package org.lifeboat.ui.secrets;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.lifeboat.vault.Secret;

/// Takes one seed word. Emptied as soon as it is taken, and when it leaves the window.
public final class WordBox {
    private static final int LONGEST = 40;

    private final Field field = new Field();

    public WordBox() {
        field.getStyleClass().add("lb-mono");
        field.textProperty().addListener((_, before, now) -> {
            if (now.length() > LONGEST) {
                field.setText(before);
            }
        });
        field.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                empty();
            }
        });
    }

    /// The control, for laying out, naming and focusing; its text is nobody's business.
    public TextField control() {
        return field;
    }

    /// Hands the word over and empties the control. The caller closes the secret.
    public Secret take() {
        Secret taken = Secret.take(field.getText().toCharArray());
        empty();
        return taken;
    }

    /// To be called when the page is left. What could be brought back by *undo* goes as well.
    public void empty() {
        field.clear();
    }

    /// As a password's field, by keys and by its menu: nothing leads from it to the clipboard, and other programs that
    /// ask by way of the screen reader get its name.
    private static final class Field extends TextField {
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
