package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.Address;

/// The accounts, without keys.
public interface AccountStore {
    /// In the user's order, hidden ones included.
    List<Account> all();

    Optional<Account> find(Address address);

    /// Adds, or replaces the one with the same address.
    void put(Account account);

    /// @return whether there was one
    boolean remove(Address address);
}
