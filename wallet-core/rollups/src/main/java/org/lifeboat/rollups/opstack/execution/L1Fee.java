package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// What a transaction pays for being written down on L1. Source: specification, exec-engine, "L1-Cost fees",
/// in its forms of Bedrock with Regolith, Ecotone and Fjord. Deposits pay nothing.
public final class L1Fee {
    /// EIP-2028: calldata gas of a byte.
    private static final long ZERO_BYTE_GAS = 4;

    private static final long OTHER_BYTE_GAS = 16;

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger SIXTEEN = BigInteger.valueOf(16);

    /// Source: specification, fjord/exec-engine, "L1-Cost fees": the line fitted to what compressing by
    /// Brotli gives, scaled by a million, and its least value.
    private static final BigInteger INTERCEPT = BigInteger.valueOf(-42_585_600);

    private static final BigInteger SLOPE = BigInteger.valueOf(836_500);
    private static final BigInteger LEAST_SIZE = BigInteger.valueOf(100).multiply(MILLION);

    private L1Fee() {}

    /// @param fork of the block
    /// @param encoded the signed transaction as it stands in the block (EIP-2718)
    public static Wei of(OpFork fork, L1Attributes l1, Bytes encoded) {
        return switch (l1.scalars()) {
            // Also in Ecotone's first block, whose description of L1 still has the old form.
            case L1Attributes.Scalars.Bedrock scalars -> bedrock(scalars, l1.l1BaseFee(), encoded);
            case L1Attributes.Scalars.Ecotone scalars -> {
                BigInteger price = price(scalars, l1.l1BaseFee());
                yield new Wei(
                        fork.isAtLeast(OpFork.FJORD)
                                ? scaledSize(encoded).multiply(price).divide(MILLION.multiply(MILLION))
                                : calldataGas(encoded).multiply(price).divide(SIXTEEN.multiply(MILLION)));
            }
        };
    }

    private static Wei bedrock(L1Attributes.Scalars.Bedrock scalars, Wei l1BaseFee, Bytes encoded) {
        return new Wei(calldataGas(encoded)
                .add(scalars.overhead())
                .multiply(l1BaseFee.value())
                .multiply(scalars.scalar())
                .divide(MILLION));
    }

    /// Wei a byte, times a million.
    private static BigInteger price(L1Attributes.Scalars.Ecotone scalars, Wei l1BaseFee) {
        BigInteger execution = SIXTEEN.multiply(l1BaseFee.value()).multiply(BigInteger.valueOf(scalars.baseFee()));
        BigInteger blobs = scalars.l1BlobBaseFee().value().multiply(BigInteger.valueOf(scalars.blobBaseFee()));
        return execution.add(blobs);
    }

    private static BigInteger calldataGas(Bytes encoded) {
        long gas = 0;
        for (int i = 0; i < encoded.size(); i++) {
            gas += encoded.at(i) == 0 ? ZERO_BYTE_GAS : OTHER_BYTE_GAS;
        }
        return BigInteger.valueOf(gas);
    }

    /// The size it is thought to have once compressed, in millionths of a byte.
    static BigInteger scaledSize(Bytes encoded) {
        return SLOPE.multiply(BigInteger.valueOf(FastLz.compressedLength(encoded)))
                .add(INTERCEPT)
                .max(LEAST_SIZE);
    }

    /// The size it is thought to have once compressed, in bytes (Jovian's footprint counts in these).
    static long estimatedSize(Bytes encoded) {
        return scaledSize(encoded).divide(MILLION).longValue();
    }
}
