package org.lifeboat.ui.window;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lifeboat.ui.look.Look;

/// The keys that make everything larger, smaller, and as large as at first.
final class ZoomKeys {
    private static final int WHOLE = 100;

    private ZoomKeys() {}

    /// @param keep is told the new zoom, in per cent
    static void take(KeyEvent event, Look look, IntConsumer keep) {
        int step = switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> 1;
            case MINUS, SUBTRACT -> -1;
            default -> 0;
        };
        if (event.isShortcutDown() && (step != 0 || event.getCode() == KeyCode.DIGIT0)) {
            event.consume();
            look.zoomPercent().set(step == 0 ? WHOLE : look.zoomPercent().get());
            look.zoomBy(step);
            keep.accept(look.zoomPercent().get());
        }
    }
}
