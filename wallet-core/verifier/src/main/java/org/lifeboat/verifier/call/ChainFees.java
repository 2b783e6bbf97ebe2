package org.lifeboat.verifier.call;

import java.util.Optional;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// What a chain takes for a transaction beside its gas (a rollup: for its data on L1), as far as the state
/// tells on which it is tried.
public interface ChainFees {
    /// Nothing: Ethereum.
    ChainFees NONE = (_, _) -> Optional.of(Charge.NOTHING);

    /// The chain takes more, and nothing here knows how much.
    ChainFees UNKNOWN = (_, _) -> Optional.empty();

    /// @param state before the transaction; every key that is asked of it counts as read
    /// @return empty where the state does not tell
    Optional<Charge> of(Transaction transaction, StateReader state);

    /// What one transaction pays.
    interface Charge {
        Charge NOTHING = new Charge() {
            @Override
            public Wei data() {
                return Wei.ZERO;
            }

            @Override
            public Wei operator(long gas) {
                return Wei.ZERO;
            }
        };

        /// For its data on L1.
        Wei data();

        /// For the chain's operator.
        /// @param gas the limit when it is set aside, what was used when it is paid
        Wei operator(long gas);
    }
}
