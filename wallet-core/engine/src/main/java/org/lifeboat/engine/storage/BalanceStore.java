package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The last readings, so that a sheet can be shown, with its age, before any source answers.
///
/// A position without a reading was never asked for, or never answered; that is not zero.
public interface BalanceStore {
    /// Keeps `reading` as the one of its position and level, in place of the one before. A read of an older
    /// block replaces a newer one too: the caller has looked, and a chain can be reorganised.
    void put(StoredReading reading);

    /// As [#put], all or none.
    void putAll(List<StoredReading> readings);

    /// Every level of one position.
    /// @param token empty for the native coin
    List<StoredReading> of(ChainId chain, Address account, Optional<Address> token);

    List<StoredReading> of(ChainId chain, Address account);

    List<StoredReading> all();

    /// Takes one level of one position back, for when what vouched for it is gone.
    /// @return whether there was one
    boolean remove(ChainId chain, Address account, Optional<Address> token, Assurance.Level level);

    /// Forgets every reading of a chain: its network was removed.
    void removeAll(ChainId chain);
}
