package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.tasks.Tasks.Running;

/// The button that signs. Never the default button; deaf to keys and clicks for the first second it can be seen, so
/// that an Enter or a double click meant for what stood there before does not sign.
public final class SignButton extends Button {
    static final Duration DEAF = Duration.ofSeconds(1);

    private final Surroundings around;
    private Running waking = () -> {};
    private boolean listening;

    /// @param text says what will be done: *Sign and send 1 ETH on OP Mainnet*
    public SignButton(Surroundings around, String text, Runnable sign) {
        this(around, text, sign, Styles.ACCENT);
    }

    private SignButton(Surroundings around, String text, Runnable sign, String... look) {
        super(text, Icons.beside(Feather.EDIT_2));
        this.around = around;
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().addAll(look);
        setDefaultButton(false);
        addEventFilter(KeyEvent.ANY, event -> {
            boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (presses && !listening) {
                event.consume();
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (!listening) {
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
        visibleProperty().addListener((_, _, _) -> doze());
        doze();
    }

    /// As above, where it is signed against a warning.
    public static SignButton danger(Surroundings around, String text, Runnable sign) {
        return new SignButton(around, text, sign, Styles.DANGER);
    }

    /// As above, where it is asked once more before anything is signed: it does not call for a click.
    public static SignButton doubtful(Surroundings around, String text, Runnable sign) {
        return new SignButton(around, text, sign, new String[0]);
    }

    private void doze() {
        waking.cancel();
        listening = false;
        waking = around.tasks().after(DEAF, () -> listening = true);
    }
}
