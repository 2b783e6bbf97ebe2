package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;

/// The button that signs. Never the default button; deaf to keys for its first second, so that an Enter meant
/// for the page before does not sign.
public final class SignButton extends Button {
    static final Duration DEAF = Duration.ofSeconds(1);

    private boolean listening;

    /// @param text says what will be done: *Sign and send 1 ETH on OP Mainnet*
    public SignButton(Surroundings around, String text, Runnable sign) {
        super(text, Icons.beside(Feather.EDIT_2));
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add(Styles.ACCENT);
        setDefaultButton(false);
        addEventFilter(KeyEvent.ANY, event -> {
            boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (presses && !listening) {
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                fire();
            }
        });
        setOnAction(_ -> sign.run());
        around.tasks().after(DEAF, () -> listening = true);
    }
}
