package org.lifeboat.ui.balances;

import java.util.List;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// What the badges mean: those that something in this program can produce.
final class Legend {
    private Legend() {}

    static void open(Surroundings around) {
        VBox rows = new VBox(12, Labels.wrapped(around.say("legend.why")));
        for (AssuranceKind kind : AssuranceKind.LEGEND) {
            rows.getChildren()
                    .add(new VBox(
                            2,
                            AssuranceBadge.still(around, kind),
                            Labels.wrapped(AssuranceBadge.explanation(around, kind), "lb-quiet", "lb-small")));
        }
        around.layer()
                .show(
                        around.say("legend.open"),
                        rows,
                        around.layer()::close,
                        List.of(Buttons.primary(around.say("action.close"), around.layer()::close)));
    }
}
