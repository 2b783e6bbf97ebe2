package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;

/// What a chain takes for a transaction beside gas, blobs and value (a rollup: for the data on L1), and who
/// gets it.
public interface Surcharge {
    /// Ethereum: nothing.
    Surcharge NONE = new Surcharge() {
        @Override
        public BigInteger reserve() {
            return BigInteger.ZERO;
        }

        @Override
        public BigInteger settle(WorldState state, long gasUsed) {
            return BigInteger.ZERO;
        }
    };

    /// Wei that the sender must have, and that are taken before the transaction runs.
    BigInteger reserve();

    /// After the run, when sender and proposer have theirs: credits whoever the chain pays (also with the base
    /// fee, where it is not burnt), by [#pay].
    /// @param gasUsed that is paid for
    /// @return how much of the reserve goes back to the sender, in wei
    BigInteger settle(WorldState state, long gasUsed);

    /// Credits an account as a fee's recipient is: it is touched even by nothing (EIP-161).
    static void pay(WorldState state, Account recipient, BigInteger wei) {
        state.touch(recipient, true);
        state.credit(recipient, wei);
    }
}
