package org.lifeboat.ui.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.session.Wallet;

/// How far an L1 is verified on this computer: a sentence for the status bar, and the page behind it.
final class SyncPanel {
    private SyncPanel() {}

    /// @return empty where nobody follows this network
    static Optional<StatusPart> statement(Surroundings around, Wallet wallet, Network network) {
        return wallet.verified(network.chain())
                .filter(status -> status.phase() != SyncStatus.Phase.NO_CHECKPOINT)
                .map(status -> {
                    boolean well = status.phase() == SyncStatus.Phase.FOLLOWING
                            && status.finalized().isPresent();
                    String sentence = status.finalized()
                            .map(head -> around.say(
                                    "status.l1.verified",
                                    network.name(),
                                    around.phrases().number(head.block().number()),
                                    age(around, head)))
                            .orElseGet(() -> around.say("status.l1.stopped", network.name(), words(around, status)));
                    return new StatusPart(
                            sentence,
                            well ? Feather.ANCHOR : Feather.ALERT_TRIANGLE,
                            !well,
                            () -> open(around, wallet, network, status));
                });
    }

    private static void open(Surroundings around, Wallet wallet, Network network, SyncStatus status) {
        Facts facts = new Facts();
        status.finalized().ifPresent(head -> facts.add(around.say("sync.panel.final"), block(around, head)));
        status.attested().ifPresent(head -> facts.add(around.say("sync.panel.signed"), block(around, head)));
        status.period().ifPresent(period -> facts.add(around.say("sync.panel.period"), Long.toString(period)));
        status.checkpoint()
                .ifPresent(checkpoint -> facts.add(around.say("sync.panel.checkpoint"), of(around, checkpoint)));
        facts.add(
                around.say("sync.panel.sources"),
                wallet.storage().sync().endpoints(network.chain()).stream()
                        .map(endpoint -> endpoint.id().shown())
                        .collect(Collectors.joining(", ")));
        VBox body = new VBox(12, Labels.wrapped(words(around, status)), facts);
        body.getChildren().add(Labels.wrapped(around.say("sync.panel.why"), "lb-quiet"));
        around.layer()
                .show(
                        around.say("sync.panel.title", network.name()),
                        body,
                        around.layer()::close,
                        List.of(Buttons.plain(around.say("action.close"), around.layer()::close)));
    }

    private static String words(Surroundings around, SyncStatus status) {
        return around.say(status.phase().messageKey(), Follower.OLDEST.toDays());
    }

    private static String block(Surroundings around, VerifiedHead head) {
        return around.say(
                "sync.panel.block",
                around.phrases().number(head.block().number()),
                age(around, head),
                head.block().hash());
    }

    private static String age(Surroundings around, VerifiedHead head) {
        return around.phrases().ago(Instant.ofEpochSecond(head.block().unixSeconds()));
    }

    private static String of(Surroundings around, StoredCheckpoint checkpoint) {
        String origin = switch (checkpoint.origin()) {
            case RELEASE -> around.say("sync.panel.origin.release", checkpoint.vouchers());
            case AGREED -> around.say("sync.panel.origin.agreed", checkpoint.vouchers());
            case USER -> around.say("sync.panel.origin.user");
        };
        return Fingerprint.of(checkpoint.root()) + " (" + origin + ")";
    }
}
