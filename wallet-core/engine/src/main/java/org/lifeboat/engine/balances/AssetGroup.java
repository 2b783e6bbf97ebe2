package org.lifeboat.engine.balances;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What may be added up. Never decided by a symbol that a stranger chose.
public sealed interface AssetGroup {
    /// An asset of the bundled list, on all its networks of the same kind.
    /// @param id the list's id
    record Listed(String id, boolean testNet) implements AssetGroup {}

    /// Something the user added: it stands alone.
    /// @param contract empty: the network's coin
    record Alone(ChainId chain, Optional<Address> contract) implements AssetGroup {}
}
