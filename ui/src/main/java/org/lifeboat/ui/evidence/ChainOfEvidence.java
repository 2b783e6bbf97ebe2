package org.lifeboat.ui.evidence;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The links from the checkpoint down, one row a link, each with its hash.
public final class ChainOfEvidence {
    private ChainOfEvidence() {}

    /// @param page beside which the question stands where to save the file
    public static void fill(Surroundings around, Node page, VBox place, Optional<EvidenceChain> found) {
        place.setManaged(true);
        place.getChildren().add(Labels.heading(around.say("sync.chain")));
        if (found.isEmpty()) {
            place.getChildren().add(Labels.wrapped(around.say("sync.chain.none"), "lb-quiet"));
            return;
        }
        EvidenceChain chain = found.get();
        place.getChildren().add(Labels.wrapped(said(around, chain.of())));
        for (EvidenceLink link : chain.links()) {
            VBox row = new VBox(
                    2,
                    Labels.wrapped(
                            around.say(link.messageKey(), link.arguments().toArray())),
                    new CopiedText(around, around.say("sync.chain.hash"), link.hash()));
            place.getChildren().add(row);
        }
        place.getChildren()
                .addAll(
                        Labels.wrapped(around.say("sync.chain.compare", Fingerprint.of(chain.checkpoint()))),
                        Buttons.plain(
                                around.say("sync.chain.save"),
                                Feather.DOWNLOAD,
                                () -> FileSaving.ask(around, page, "lifeboat-evidence.json", chain::file)));
    }

    private static String said(Surroundings around, EvidenceChain.Of of) {
        return switch (of) {
            case FINAL_FIGURE -> around.say("sync.chain.checked");
            case SIGNED_FIGURE -> around.say("sync.chain.checkedSigned");
            case PAYMENT -> around.say("sync.chain.checkedPayment");
            case TRIAL -> around.say("sync.chain.checkedTrial");
            case NAME -> around.say("sync.chain.checkedName");
        };
    }
}
