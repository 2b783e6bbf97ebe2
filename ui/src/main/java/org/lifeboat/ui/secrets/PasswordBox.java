package org.lifeboat.ui.secrets;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import org.lifeboat.vault.Secret;

/// Takes a password. The control holds it as a `String` until it is taken or leaves the window: a page that is left, a
/// dialog that is closed, a wallet that locks itself.
public final class PasswordBox {
    /// What is longer was pasted by mistake.
    private static final int LONGEST = 1_000;

    private final PasswordField field = new PasswordField();

    public PasswordBox() {
        field.textProperty().addListener((_, before, now) -> {
            if (now.length() > LONGEST) {
                field.setText(before);
            }
        });
        field.setMaxWidth(Double.MAX_VALUE);
        field.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                empty();
            }
        });
    }

    /// The control, for laying out, naming and focusing; its text is nobody's business.
    public Control control() {
        return field;
    }

    /// Hands the password over and empties the control. The caller closes the secret.
    public Secret take() {
        char[] typed = field.getText().toCharArray();
        empty();
        return Secret.take(typed);
    }

    /// A copy, for a page that may come back with a question about something else. The caller closes the secret.
    public Secret copy() {
        return Secret.take(field.getText().toCharArray());
    }

    /// Whether both boxes hold the same.
    public boolean sameAs(PasswordBox other) {
        return field.getText().equals(other.field.getText());
    }

    public boolean isEmpty() {
        return field.getText().isEmpty();
    }

    public Strength strength() {
        return Strength.of(field.getText());
    }

    /// Changes with every key; carries nothing of the password but that it changed.
    public ObservableValue<Integer> typed() {
        return field.textProperty().map(String::length);
    }

    /// To be called when the page is left. What could be brought back by *undo* goes as well.
    public void empty() {
        field.clear();
    }
}
