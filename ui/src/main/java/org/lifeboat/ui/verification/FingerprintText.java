package org.lifeboat.ui.verification;

import javafx.scene.control.Label;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.parts.Labels;

/// A root to be compared by eye: always in two lines of eight groups, whatever the width, so that groups that stand
/// below each other are the same groups.
final class FingerprintText {
    private FingerprintText() {}

    /// @param styles beside that of digits
    static Label of(Hash32 root, String... styles) {
        String groups = Fingerprint.of(root);
        int middle = groups.length() / 2;
        Label label = Labels.wrapped(groups.substring(0, middle) + "\n" + groups.substring(middle + 1), "lb-mono");
        label.getStyleClass().addAll(styles);
        return label;
    }
}
