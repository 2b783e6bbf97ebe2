package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;

/// So much of a token, brought home to somebody on L1.
/// @param units in the token's smallest unit
public record TokenOrder(TokenPair pair, Address to, BigInteger units) {}
