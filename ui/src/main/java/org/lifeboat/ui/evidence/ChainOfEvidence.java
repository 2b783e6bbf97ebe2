package org.lifeboat.ui.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.lifeboat.ui.parts.Waiting;

/// The links from the checkpoint down, one row a link, each with its hash.
public final class ChainOfEvidence {
    /// Links whose sentence begins with the number of a block or a slot.
    private static final Set<EvidenceLink.Kind> NUMBERED = EnumSet.of(
            EvidenceLink.Kind.FINAL_BLOCK,
            EvidenceLink.Kind.SIGNED_BLOCK,
            EvidenceLink.Kind.L1_HEADER,
            EvidenceLink.Kind.ANCESTOR,
            EvidenceLink.Kind.STATE_ROOT);

    private ChainOfEvidence() {}

    /// Says that the chain is being checked, which can take a moment; closing the page is the way to give up.
    /// @param page beside which the question stands where to save the file
    /// @param place where the chain comes
    /// @return takes what was found, on the screen's thread
    public static Consumer<Optional<EvidenceChain>> awaited(Surroundings around, Node page, VBox place) {
        Waiting waiting = new Waiting(around, around.say("sync.chain.checking"));
        place.setManaged(true);
        place.getChildren().setAll(waiting);
        return found -> {
            waiting.stop();
            place.getChildren().clear();
            fill(around, page, place, found);
        };
    }

    private static void fill(Surroundings around, Node page, VBox place, Optional<EvidenceChain> found) {
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
                    Labels.wrapped(around.say(link.messageKey(), arguments(around, link))),
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

    /// The number of a block or a slot is written as everywhere in the window.
    private static Object[] arguments(Surroundings around, EvidenceLink link) {
        List<String> given = new ArrayList<>(link.arguments());
        if (NUMBERED.contains(link.kind())) {
            given.set(0, around.phrases().number(Long.parseLong(given.getFirst())));
        }
        return given.toArray();
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
