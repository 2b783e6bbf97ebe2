package org.lifeboat.engine.send;

import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// What a transaction costs beside its amount, in the native coin.
/// @param expected what will probably be paid
/// @param most what can be paid at most, and must be there when it is sent
/// @param l1Share of `expected.execution`: what the chain asks for L1 inside its gas (Arbitrum); else zero
/// @param whole whether every part could be read; if not, the fee is "at least" this
public record FeeQuote(GasPrice price, Gas gasLimit, FeeParts expected, FeeParts most, Wei l1Share, boolean whole) {
    /// With what was used when it was tried out here. A source estimates as if gas were free, where a contract
    /// that reads the base fee does more: an OP Stack portal burns gas for what it puts into the L2, and the
    /// less of it the dearer gas is. Not on a chain that asks for L1 inside its gas, which a trial does not.
    FeeQuote tried(long gasUsed) {
        return l1Share.isZero()
                ? new FeeQuote(
                        price,
                        gasLimit,
                        new FeeParts(price.expected().times(gasUsed), expected.l1Data(), expected.operator()),
                        most,
                        l1Share,
                        whole)
                : this;
    }
}
