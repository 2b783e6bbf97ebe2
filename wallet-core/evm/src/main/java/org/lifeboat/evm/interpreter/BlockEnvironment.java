package org.lifeboat.evm.interpreter;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// The block that transactions run in, as its header has it.
/// @param gasLimit unsigned
/// @param difficulty before the Merge; zero since
/// @param prevRandao since the Merge (EIP-4399); zero before
/// @param baseFee wei a gas; zero before London
/// @param blobBaseFee wei a blob gas; zero before Cancun
public record BlockEnvironment(
        Address coinbase,
        long number,
        long timestamp,
        long gasLimit,
        BigInteger difficulty,
        Hash32 prevRandao,
        Wei baseFee,
        Wei blobBaseFee) {}
