package org.lifeboat.verifier.call;

import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.ChainId;

/// What a run is made under.
/// @param block the block whose state it is, as its own environment: a call sees what `eth_call` at that
/// block sees
public record Conditions(
        ChainId chain,
        ForkRules rules,
        Precompiles precompiles,
        BlockEnvironment block,
        Foreign foreign,
        ChainFees fees) {}
