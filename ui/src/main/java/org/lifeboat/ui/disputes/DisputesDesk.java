package org.lifeboat.ui.disputes;

import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What the pages ask of the engine. Blocks: never on the screen's thread.
public interface DisputesDesk {
    /// The newest roots that were posted, and what was found out about them here.
    DisputesScreen roots(ChainId l2);

    /// One contest, and the plan about it where there is one.
    DisputesScreen one(ChainId l2, Address game);

    /// Computes here what the game should claim. Runs as long as it takes, or until `watch` ends it.
    DisputesScreen.Check check(ChainId l2, Address game, CheckWatch watch);

    /// Keeps the wish to get out again what the account has in the game; that takes no check. Signs nothing.
    void follow(ChainId l2, Account account, Address game);

    /// Keeps what a check came to, and the account's wish to act on it. Signs nothing.
    void begin(ChainId l2, Account account, CheckReport report);
}
