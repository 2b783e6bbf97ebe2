package org.lifeboat.engine.send;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// Builds the two kinds of transactions that this program makes: type 2, and type 0 (with EIP-155) for chains
/// without a base fee.
final class Transactions {
    private Transactions() {}

    static Transaction of(ChainId chain, GasPrice price, Nonce nonce, Gas limit, Address to, Wei value, Bytes data) {
        return switch (price) {
            case GasPrice.Dynamic(Wei _, Wei tip, Wei most) ->
                new Transaction.DynamicFee(chain, nonce, tip, most, limit, Optional.of(to), value, data, List.of());
            case GasPrice.Flat(Wei most) ->
                new Transaction.Legacy(Optional.of(chain), nonce, most, limit, Optional.of(to), value, data);
        };
    }
}
