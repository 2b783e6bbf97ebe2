package org.lifeboat.ui.verification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

/// Where verification stands, and what that means for the figures.
final class StandingCard {
    /// In the other phases no signature is checked, whatever was before.
    private static final Set<SyncStatus.Phase> CHECKED_HERE =
            EnumSet.of(SyncStatus.Phase.FOLLOWING, SyncStatus.Phase.CATCHING_UP);

    private StandingCard() {}

    static Node of(Surroundings around, Shown shown) {
        SyncStatus status = shown.status();
        boolean vouches = status.finalized().isPresent();
        VBox card = new VBox(
                12,
                Labels.heading(around.say("sync.page.standing")),
                AssuranceBadge.still(around, vouches ? AssuranceKind.FINAL : AssuranceKind.UNCHECKED_HEADER),
                Labels.wrapped(around.say(vouches ? "sync.page.highest.final" : "sync.page.highest.matched")));
        card.getStyleClass().add("lb-card");
        Facts facts = new Facts();
        status.finalized().ifPresent(head -> head(around, facts, "sync.panel.final", head));
        status.attested().ifPresent(head -> head(around, facts, "sync.panel.signed", head));
        status.period().ifPresent(period -> facts.add(around.say("sync.panel.period"), Long.toString(period)));
        status.checkpoint()
                .ifPresent(checkpoint -> facts.add(around.say("sync.panel.checkpoint"), of(around, checkpoint)));
        facts.add(
                around.say("sync.panel.sources"),
                around.phrases()
                        .count(
                                "sync.page.nodes",
                                shown.beacons().stream()
                                        .filter(beacon -> !beacon.health().setAside())
                                        .count()));
        facts.add(
                around.say("sync.page.slot"),
                around.say(
                        "sync.page.slotNow",
                        around.phrases().number(status.currentSlot()),
                        around.phrases().clock(status.at())));
        card.getChildren().add(facts);
        if (CHECKED_HERE.contains(status.phase())) {
            card.getChildren().add(Labels.wrapped(around.say("sync.panel.why"), "lb-quiet"));
        }
        return card;
    }

    private static void head(Surroundings around, Facts facts, String key, VerifiedHead head) {
        Instant time = Instant.ofEpochSecond(head.block().unixSeconds());
        VBox both = new VBox(
                2,
                Anew.wrapped(() -> around.say(
                        "sync.page.block",
                        around.phrases().number(head.block().number()),
                        around.phrases().ago(time))),
                new CopiedText(
                        around, around.say("evidence.hash"), head.block().hash().toHex()));
        facts.add(around.say(key), both);
    }

    private static Node of(Surroundings around, StoredCheckpoint checkpoint) {
        return new VBox(2, FingerprintText.of(checkpoint.root()), origin(around, checkpoint));
    }

    static Node origin(Surroundings around, StoredCheckpoint checkpoint) {
        String said = switch (checkpoint.origin()) {
            case RELEASE -> around.say("sync.panel.origin.release", checkpoint.vouchers());
            case AGREED ->
                around.say(
                        "sync.panel.origin.agreed", // kept as the program lists them
                        checkpoint.vouchers().replace(", ", around.say("list.comma")));
            case USER -> around.say("sync.panel.origin.user");
        };
        return Labels.wrapped(said, "lb-quiet", "lb-small");
    }
}
