package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import org.lifeboat.primitives.Wei;

/// What a transaction pays the chain's operator beside all gas. Source: specification, isthmus/exec-engine,
/// "Operator Fee", and jovian/exec-engine, which multiplies by 100 where Isthmus divides by a million.
public final class OperatorFee {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private OperatorFee() {}

    /// @param gas the limit when it is charged, what was used when the rest is given back
    public static Wei of(OpFork fork, L1Attributes l1, long gas) {
        if (!fork.isAtLeast(OpFork.ISTHMUS)) {
            return Wei.ZERO;
        }
        BigInteger scaled = BigInteger.valueOf(gas).multiply(BigInteger.valueOf(l1.operatorFeeScalar()));
        BigInteger part = fork.isAtLeast(OpFork.JOVIAN) ? scaled.multiply(HUNDRED) : scaled.divide(MILLION);
        return new Wei(part.add(l1.operatorFeeConstant()));
    }
}
