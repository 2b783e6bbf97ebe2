package org.lifeboat.ui.places;

import java.util.Optional;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// A page and what it is opened with.
public sealed interface Place {
    record Balances() implements Place {}

    /// @param account whose address is shown; empty: the chosen account
    record Receive(Optional<Address> account) implements Place {}

    /// @param holding what the form is filled with
    record Send(Optional<Holding> holding) implements Place {}

    /// The review of what is to take the place of a transaction that waits.
    record Replace(ChainId chain, Hash32 transaction, Replacement.Way way) implements Place {}

    record Activity() implements Place {}

    record Contacts() implements Place {}

    /// Accounts and their keys.
    record Accounts() implements Place {}

    record Networks() implements Place {}

    /// How far an L1 is verified here.
    /// @param chain the L1; empty: the first there is
    record Verification(Optional<ChainId> chain) implements Place {}

    record Settings() implements Place {}

    /// Something one account holds on one network.
    /// @param token its contract; empty: the native coin
    record Holding(ChainId chain, Address account, Optional<Address> token) {}
}
