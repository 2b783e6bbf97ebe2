package org.lifeboat.rollups.opstack.derivation;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// What a chain's operator can set through a contract on L1. Source: system-config, and the pages of
/// Holocene, Isthmus and Jovian.
/// @param batcher whose transactions count
/// @param overhead and `scalar`: how L1 data is priced, as the contract writes it; since Ecotone the scalar
/// holds two numbers and a version
/// @param denominator and `elasticity` as in EIP-1559; both zero where none were set (Holocene)
/// @param operatorFeeScalar Isthmus
/// @param operatorFeeConstant wei, unsigned; Isthmus
/// @param leastBaseFee wei, unsigned; Jovian
/// @param footprintScalar gas of a byte of data, 0 for the default; Jovian
public record SystemConfig(
        Address batcher,
        Hash32 overhead,
        Hash32 scalar,
        long gasLimit,
        long denominator,
        long elasticity,
        long operatorFeeScalar,
        long operatorFeeConstant,
        long leastBaseFee,
        int footprintScalar) {
    private static final BigInteger ECOTONE_VERSION = BigInteger.ONE.shiftLeft(248);
    private static final int ECOTONE_PADDING_BYTES = 23;
    private static final int BEDROCK_PADDING_BYTES = 27;
    private static final long GREATEST = 0xffff_ffffL;

    /// Of a chain whose operator set no more than these.
    public static SystemConfig of(Address batcher, Hash32 overhead, Hash32 scalar, long gasLimit) {
        return new SystemConfig(batcher, overhead, scalar, gasLimit, 0, 0, 0, 0, 0, 0);
    }

    SystemConfig withBatcher(Address next) {
        return with(next, overhead, scalar, gasLimit);
    }

    SystemConfig withScalars(Hash32 nextOverhead, Hash32 nextScalar) {
        return with(batcher, nextOverhead, nextScalar, gasLimit);
    }

    SystemConfig withGasLimit(long next) {
        return with(batcher, overhead, scalar, next);
    }

    private SystemConfig with(Address nextBatcher, Hash32 nextOverhead, Hash32 nextScalar, long nextLimit) {
        return new SystemConfig(
                nextBatcher,
                nextOverhead,
                nextScalar,
                nextLimit,
                denominator,
                elasticity,
                operatorFeeScalar,
                operatorFeeConstant,
                leastBaseFee,
                footprintScalar);
    }

    SystemConfig withFees(long nextDenominator, long nextElasticity) {
        return with(nextDenominator, nextElasticity, operatorFeeScalar, operatorFeeConstant);
    }

    SystemConfig withOperatorFee(long nextScalar, long nextConstant) {
        return with(denominator, elasticity, nextScalar, nextConstant);
    }

    private SystemConfig with(long nextDenominator, long nextElasticity, long nextScalar, long nextConstant) {
        return new SystemConfig(
                batcher,
                overhead,
                scalar,
                gasLimit,
                nextDenominator,
                nextElasticity,
                nextScalar,
                nextConstant,
                leastBaseFee,
                footprintScalar);
    }

    SystemConfig withLeastBaseFee(long next) {
        return with(next, footprintScalar);
    }

    SystemConfig withFootprintScalar(int next) {
        return with(leastBaseFee, next);
    }

    private SystemConfig with(long nextLeast, int nextFootprint) {
        return new SystemConfig(
                batcher,
                overhead,
                scalar,
                gasLimit,
                denominator,
                elasticity,
                operatorFeeScalar,
                operatorFeeConstant,
                nextLeast,
                nextFootprint);
    }

    /// The two scalars of Ecotone.
    record Scalars(long baseFee, long blobBaseFee) {}

    /// What an L2 block says of the configuration it was made under.
    /// @param upgradeGas what the block's gas limit was raised by for the transactions of an upgrade
    static SystemConfig of(RollupConfig config, BlockHeader header, L1Attributes l1, long upgradeGas) {
        long time = header.unixSeconds();
        Bytes extra = header.extraData();
        boolean fees = config.has(OpFork.HOLOCENE, time) && extra.size() >= 9;
        boolean least = config.has(OpFork.JOVIAN, time) && extra.size() >= 17;
        return new SystemConfig(
                l1.batcherHash().toAddress(),
                overheadOf(l1),
                scalarOf(l1),
                header.gasLimit().amount() - upgradeGas,
                fees ? number(extra, 1, 4) : 0,
                fees ? number(extra, 5, 4) : 0,
                l1.operatorFeeScalar(),
                l1.operatorFeeConstant().longValue(),
                least ? number(extra, 9, 8) : 0,
                l1.footprintScalar());
    }

    private static Hash32 overheadOf(L1Attributes l1) {
        return switch (l1.scalars()) {
            case L1Attributes.Scalars.Bedrock old -> Hash32.ofNumber(old.overhead());
            case L1Attributes.Scalars.Ecotone _ -> Hash32.ZERO;
        };
    }

    private static Hash32 scalarOf(L1Attributes l1) {
        return switch (l1.scalars()) {
            case L1Attributes.Scalars.Bedrock old -> Hash32.ofNumber(old.scalar());
            case L1Attributes.Scalars.Ecotone now ->
                Hash32.ofNumber(ECOTONE_VERSION
                        .add(BigInteger.valueOf(now.blobBaseFee()).shiftLeft(32))
                        .add(BigInteger.valueOf(now.baseFee())));
        };
    }

    /// Source: ecotone/l1-attributes, "Ecotone L1Block".
    /// @return empty where the scalar is of a version nobody knows
    Optional<Scalars> ecotone() {
        byte[] bytes = scalar.toArray();
        Bytes all = Bytes.of(bytes);
        return switch (bytes[0]) {
            case 0 -> Optional.of(new Scalars(isZero(bytes, BEDROCK_PADDING_BYTES) ? number(all, 28, 4) : GREATEST, 0));
            case 1 ->
                isZero(bytes, ECOTONE_PADDING_BYTES)
                        ? Optional.of(new Scalars(number(all, 28, 4), number(all, 24, 4)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Whether a scalar may be taken over since Ecotone.
    static boolean isEcotone(Hash32 scalar) {
        byte[] bytes = scalar.toArray();
        return (bytes[0] == 0 && isZero(bytes, BEDROCK_PADDING_BYTES))
                || (bytes[0] == 1 && isZero(bytes, ECOTONE_PADDING_BYTES));
    }

    /// Whether so many bytes behind the first are zero.
    private static boolean isZero(byte[] bytes, int count) {
        for (int i = 1; i <= count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static long number(Bytes bytes, int from, int size) {
        return new BigInteger(1, bytes.sharedArray(), from, size).longValue();
    }
}
