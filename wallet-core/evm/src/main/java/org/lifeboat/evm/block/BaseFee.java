package org.lifeboat.evm.block;

import java.math.BigInteger;
import org.lifeboat.primitives.Wei;

/// The next block's base fee (EIP-1559). Since: London.
public final class BaseFee {
    /// Source: EIP-1559, `INITIAL_BASE_FEE`. Unit: wei a gas.
    public static final Wei INITIAL = Wei.of(1_000_000_000);

    /// Source: EIP-1559, `ELASTICITY_MULTIPLIER` and `BASE_FEE_MAX_CHANGE_DENOMINATOR`, on L1.
    public static final long ELASTICITY = 2;

    public static final long CHANGE_DENOMINATOR = 8;

    private BaseFee() {}

    /// @param parentLimit the parent's gas limit; `parentUsed` and `parentFee` are the parent's, too
    /// @param elasticity of the chain; so is `denominator`
    public static Wei next(long parentLimit, long parentUsed, Wei parentFee, long elasticity, long denominator) {
        long target = parentLimit / elasticity;
        if (parentUsed == target) {
            return parentFee;
        }
        BigInteger fee = parentFee.value();
        BigInteger away = BigInteger.valueOf(Math.abs(parentUsed - target));
        BigInteger change =
                fee.multiply(away).divide(BigInteger.valueOf(target)).divide(BigInteger.valueOf(denominator));
        return new Wei(
                parentUsed > target
                        ? fee.add(change.max(BigInteger.ONE))
                        : fee.subtract(change).max(BigInteger.ZERO));
    }
}
