package org.lifeboat.app.world;

import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;

/// What the user of a world does about signed transactions that are lost from sight.
final class LostTransactions {
    private LostTransactions() {}

    /// What was signed, and is in no block: a reorganisation took it away, or nobody has it. The user sees
    /// it among the activity, and has the same bytes sent again; or cancels it, where the program does not send it.
    /// @return whether one of L1 was in no block
    static boolean handOver(WorldWallet wallet) throws InterruptedException {
        Following following = new Following(wallet.storage(), wallet.profile().clock());
        boolean waited = false;
        for (OwnTransaction one : new Activity(wallet.storage()).everything(ActivityFilter.of(wallet.own()))) {
            Network network = wallet.network(one.chain());
            OwnTransaction now = following
                    .look(one, network, wallet.sources(network.chain()), WorldWallet.PATIENCE)
                    .transaction();
            if (now.status() instanceof Status.Saved || now.status() instanceof Status.Dropped) {
                switch (wallet.disputes().aim(now, place(wallet, now))) {
                    case RIGHT -> wallet.handOver(now);
                    case ASTRAY -> Cancelling.of(wallet, now, network);
                    case UNREAD -> {}
                }
            }
            waited |= !network.isL2() && !now.status().settled();
        }
        return waited;
    }

    /// Of the chain that a move is about.
    private static ExitPlace place(WorldWallet wallet, OwnTransaction one) {
        return wallet.disputes()
                .movesOn(one)
                .flatMap(chain -> wallet.process.place(wallet.network(chain)))
                .orElseGet(wallet::place);
    }
}
