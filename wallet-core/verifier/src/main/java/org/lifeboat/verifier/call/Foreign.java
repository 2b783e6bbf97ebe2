package org.lifeboat.verifier.call;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// What a chain has that this EVM has not. A run that meets it says nothing about the chain.
public interface Foreign {
    /// A chain that runs nothing but Ethereum's EVM.
    Foreign NOTHING = new Foreign() {
        @Override
        public boolean contract(Address called, boolean hasCode) {
            return false;
        }

        @Override
        public boolean code(Bytes code) {
            return false;
        }

        @Override
        public boolean blockHashes() {
            return false;
        }
    };

    /// Whether a call with input to that address does there what it does not do here.
    /// @param hasCode whether the state holds code at the address
    boolean contract(Address called, boolean hasCode);

    /// Whether that code is no EVM code there.
    boolean code(Bytes code);

    /// Whether BLOCKHASH gives something else there.
    boolean blockHashes();
}
