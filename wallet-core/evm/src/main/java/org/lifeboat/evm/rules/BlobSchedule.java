package org.lifeboat.evm.rules;

import java.math.BigInteger;

/// How many blobs a block aims at and may hold, and how fast their price moves (EIP-4844, EIP-7691, EIP-7892).
/// @param updateFraction `BLOB_BASE_FEE_UPDATE_FRACTION`
public record BlobSchedule(long target, long maximum, long updateFraction) {
    /// Gas charged per blob, whatever the blob holds. Unit: blob gas.
    /// Source: EIP-4844, "Parameters", `GAS_PER_BLOB`. Since: Cancun.
    public static final long GAS_PER_BLOB = 131_072;

    /// Source: EIP-4844, "Parameters", `MIN_BASE_FEE_PER_BLOB_GAS`. Unit: wei. Since: Cancun.
    private static final BigInteger MINIMUM_FEE = BigInteger.ONE;

    /// Wei a blob gas at that excess: `fake_exponential` of EIP-4844, "Helpers".
    public BigInteger baseFee(long excessBlobGas) {
        BigInteger denominator = BigInteger.valueOf(updateFraction);
        BigInteger numerator = new BigInteger(Long.toUnsignedString(excessBlobGas));
        BigInteger output = BigInteger.ZERO;
        BigInteger accumulated = MINIMUM_FEE.multiply(denominator);
        for (int i = 1; accumulated.signum() > 0; i++) {
            output = output.add(accumulated);
            accumulated = accumulated.multiply(numerator).divide(denominator.multiply(BigInteger.valueOf(i)));
        }
        return output.divide(denominator);
    }

    /// `calc_excess_blob_gas` of EIP-4844, with the reserve price of EIP-7918.
    /// @param reserve `BLOB_BASE_COST`, 0 before EIP-7918
    public long nextExcess(long parentExcess, long parentUsed, BigInteger parentBaseFee, long reserve) {
        long targetGas = target * GAS_PER_BLOB;
        if (parentExcess + parentUsed < targetGas) {
            return 0;
        }
        BigInteger reservePrice = BigInteger.valueOf(reserve).multiply(parentBaseFee);
        BigInteger blobPrice = BigInteger.valueOf(GAS_PER_BLOB).multiply(baseFee(parentExcess));
        if (reservePrice.compareTo(blobPrice) > 0) {
            return parentExcess + parentUsed * (maximum - target) / maximum;
        }
        return parentExcess + parentUsed - targetGas;
    }
}
