package org.lifeboat.ui.receive;

import java.util.List;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;

/// What the page of receiving shows.
public sealed interface ReceiveScreen {
    /// The records are being read.
    record Loading() implements ReceiveScreen {}

    record NoAccount() implements ReceiveScreen {}

    /// The records could not be read: there may well be accounts.
    record Unreadable() implements ReceiveScreen {}

    /// @param chosen the account whose address is shown; one of `accounts`
    /// @param watched the networks on which this wallet would see money arrive
    record Shown(List<Account> accounts, Account chosen, List<Watched> watched) implements ReceiveScreen {
        public Shown {
            accounts = List.copyOf(accounts);
            watched = List.copyOf(watched);
        }
    }

    /// @param notices what must be said about receiving there
    record Watched(Network network, List<Networks.Notice> notices) {
        public Watched {
            notices = List.copyOf(notices);
        }
    }
}
