package org.lifeboat.app.architecture.planted.ui.first;

import javafx.scene.control.PasswordField;
import org.lifeboat.vault.Secret;

/// A planted breach: a screen with a control of its own for a secret.
final class TakesAPassword {
    private TakesAPassword() {}

    static Secret typed(PasswordField field) {
        return Secret.take(field.getText().toCharArray());
    }
}
