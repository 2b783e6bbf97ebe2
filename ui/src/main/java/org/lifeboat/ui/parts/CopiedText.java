package org.lifeboat.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/// A hash or other long text of a machine, whole, with a copy button beside it.
public final class CopiedText extends HBox {
    /// @param what is copied, in words
    public CopiedText(Surroundings around, String what, String text) {
        super(4, Labels.wrapped(text, "lb-mono"), new CopyButton(around, what, text));
        setAlignment(Pos.CENTER_LEFT);
    }
}
