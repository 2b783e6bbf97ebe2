package org.lifeboat.engine.storage;

import java.util.function.Supplier;

/// All records of one profile.
public interface Storage {
    AccountStore accounts();

    NetworkStore networks();

    SourceStore sources();

    TokenStore tokens();

    BalanceStore balances();

    ActivityStore activity();

    ContactStore contacts();

    SettingStore settings();

    EvidenceStore evidence();

    RequestStore requests();

    SyncStore sync();

    PlanStore plans();

    /// Runs `work` so that all its changes are kept or none is. Reads inside see the changes made so far. If
    /// `work` throws, nothing is kept and the exception goes on to the caller. Calls inside one another join
    /// the outermost. `work` must not wait for another thread, and must not ask the network.
    <T> T atomically(Supplier<T> work);
}
