package org.lifeboat.ui.secrets;

import javafx.scene.control.TextField;
import org.lifeboat.vault.Secret;

/// Takes one seed word. Emptied as soon as it is taken.
public final class WordBox {
    private static final int LONGEST = 40;

    private final TextField field = new TextField();

    public WordBox() {
        field.getStyleClass().add("lb-mono");
        field.textProperty().addListener((_, before, now) -> {
            if (now.length() > LONGEST) {
                field.setText(before);
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

    /// To be called when the page is left.
    public void empty() {
        field.clear();
    }
}
