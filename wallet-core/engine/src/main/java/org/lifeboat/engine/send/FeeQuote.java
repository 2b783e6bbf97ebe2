package org.lifeboat.engine.send;

import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// What a transaction costs beside its amount, in the native coin.
/// @param expected what will probably be paid
/// @param most what can be paid at most, and must be there when it is sent
/// @param l1Share of `expected.execution`: what the chain asks for L1 inside its gas (Arbitrum); else zero
/// @param whole whether every part could be read; if not, the fee is "at least" this
public record FeeQuote(GasPrice price, Gas gasLimit, FeeParts expected, FeeParts most, Wei l1Share, boolean whole) {}
