package org.lifeboat.app.world;

import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Replacement;

/// What the user does with a signed transaction that is not to be carried out any more.
final class Cancelling {
    private Cancelling() {}

    /// Another one takes its nonce.
    static void of(WorldWallet wallet, OwnTransaction one, Network network) throws InterruptedException {
        Replacement replacement = new Replacement(
                wallet.storage(), wallet.profile().tokens(), wallet.profile().clock(), WorldWallet.PATIENCE);
        Replacement.Outcome outcome = replacement.prepare(
                one,
                Replacement.Way.CANCEL,
                network,
                wallet.online().sources(network.chain()),
                wallet.online().verified(network.chain()));
        if (outcome instanceof Replacement.Outcome.Ready(Draft draft, var _)) {
            wallet.submit(draft);
        }
    }
}
