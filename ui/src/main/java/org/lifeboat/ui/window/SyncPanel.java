package org.lifeboat.ui.window;

import java.time.Instant;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.Wallet;

/// How far an L1 is verified on this computer: a sentence for the status bar. The page behind it says more.
final class SyncPanel {
    private SyncPanel() {}

    /// @return empty where nobody follows this network
    static Optional<StatusPart> statement(Surroundings around, Wallet wallet, Network network, Navigation navigation) {
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
                            .orElseGet(() -> around.say("status.l1.stopped." + status.phase(), network.name()));
                    return new StatusPart(
                            sentence,
                            well ? Feather.ANCHOR : Feather.ALERT_TRIANGLE,
                            !well,
                            () -> navigation.open(new Place.Verification(Optional.of(network.chain()))));
                });
    }

    private static String age(Surroundings around, VerifiedHead head) {
        return around.phrases().ago(Instant.ofEpochSecond(head.block().unixSeconds()));
    }
}
