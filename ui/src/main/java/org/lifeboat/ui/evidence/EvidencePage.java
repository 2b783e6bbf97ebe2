package org.lifeboat.ui.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Surroundings;

/// *How do we know*, opened by a badge: the badge, what it stands for, and the chain of evidence.
public final class EvidencePage {
    private EvidencePage() {}

    /// @param page beside which the question stands where to save evidence
    /// @param said what the badge stands for
    /// @param asking reads the chain, away from the screen's thread, and hands it to whom it is given
    public static void open(
            Surroundings around,
            Node page,
            AssuranceKind kind,
            Node said,
            Consumer<Consumer<Optional<EvidenceChain>>> asking) {
        VBox chain = new VBox(8);
        VBox body = new VBox(12, AssuranceBadge.still(around, kind), said, chain);
        around.layer()
                .show(
                        around.say("evidence.title"),
                        body,
                        around.layer()::close,
                        List.of(Buttons.plain(around.say("action.close"), around.layer()::close)));
        asking.accept(ChainOfEvidence.awaited(around, page, chain));
    }
}
