package org.lifeboat.evm.state;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// The state before a run. Each key is asked once. An implementation that cannot answer (a witness lacks the
/// node) throws [MissingState] with the key: the run ends there and reports that it needs it.
public interface StateReader {
    /// Empty where there is no such account.
    Optional<StoredAccount> account(Address address);

    /// @param account one that exists
    /// @return the slot's value, zero where nothing is stored
    Hash32 storage(Address account, Hash32 slot);

    /// @param hash the hash of an account's code; never that of no code
    Bytes code(Hash32 hash);

    /// The hash of one of the last 256 blocks.
    Hash32 blockHash(long number);
}
