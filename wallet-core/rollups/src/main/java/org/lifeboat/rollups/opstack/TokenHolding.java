package org.lifeboat.rollups.opstack;

import java.math.BigInteger;

/// What an account has of a token, and what another may take of it. In the token's smallest unit.
public record TokenHolding(BigInteger balance, BigInteger allowance) {}
