package org.lifeboat.sandbox.chain;

import java.util.Map;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// An account as it stands before the first block.
/// @param storage slots that are not zero
public record GenesisAccount(long nonce, Wei balance, Bytes code, Map<Hash32, Hash32> storage) {
    public GenesisAccount {
        storage = Map.copyOf(storage);
    }

    /// A person's.
    public static GenesisAccount holding(Wei balance) {
        return new GenesisAccount(0, balance, Bytes.EMPTY, Map.of());
    }

    /// A contract's. Its nonce is 1, as that of one that was created (EIP-161).
    public static GenesisAccount contract(Bytes code, Map<Hash32, Hash32> storage) {
        return new GenesisAccount(1, Wei.ZERO, code, storage);
    }
}
