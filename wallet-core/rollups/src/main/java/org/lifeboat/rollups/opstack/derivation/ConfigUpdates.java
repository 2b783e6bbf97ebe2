package org.lifeboat.rollups.opstack.derivation;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;

/// Follows the events by which the contract on L1 changes a chain's configuration. Source: system-config,
/// "System Config Updates". An event that cannot be read changes nothing.
final class ConfigUpdates {
    /// `ConfigUpdate(uint256,uint8,bytes)`
    static final Hash32 TOPIC = Hash32.fromHex("0x1d2b0bda21d56b8bd12d4f94ebacffdfb35f5e226f84b461103bb8beab6353be");

    private static final int BATCHER = 0;
    private static final int FEE_SCALARS = 1;
    private static final int GAS_LIMIT = 2;
    private static final int EIP_1559_PARAMS = 4;
    private static final int OPERATOR_FEE_PARAMS = 5;
    private static final int MIN_BASE_FEE = 6;
    private static final int DA_FOOTPRINT_GAS_SCALAR = 7;
    private static final BigInteger HEAD = BigInteger.valueOf(32);
    private static final int WORD = 32;

    private ConfigUpdates() {}

    /// @param logs of the contract, in their order
    /// @param ecotone whether Ecotone is active at the L1 block's time
    static SystemConfig apply(SystemConfig before, List<Log> logs, boolean ecotone) {
        SystemConfig now = before;
        for (Log log : logs) {
            now = apply(now, log, ecotone);
        }
        return now;
    }

    private static SystemConfig apply(SystemConfig now, Log log, boolean ecotone) {
        if (log.topics().size() != 3
                || !log.topics().get(0).equals(TOPIC)
                || !log.topics().get(1).equals(Hash32.ZERO)) {
            return now;
        }
        BigInteger type = log.topics().get(2).toNumber();
        int words = type.equals(BigInteger.valueOf(FEE_SCALARS)) ? 2 : 1;
        Bytes data = log.data();
        boolean wellFormed = data.size() == WORD * (2 + words)
                && word(data, 0).toNumber().equals(HEAD)
                && word(data, 1).toNumber().equals(BigInteger.valueOf((long) WORD * words));
        if (!wellFormed || type.bitLength() > 8) {
            return now;
        }
        return apply(now, type.intValue(), word(data, 2), words == 2 ? word(data, 3) : Hash32.ZERO, ecotone);
    }

    private static SystemConfig apply(SystemConfig now, int type, Hash32 first, Hash32 second, boolean ecotone) {
        BigInteger value = first.toNumber();
        return switch (type) {
            case BATCHER -> value.bitLength() <= 160 ? now.withBatcher(first.toAddress()) : now;
            case FEE_SCALARS -> scalars(now, first, second, ecotone);
            // A limit of 2^63 gas or more cannot be executed anyway.
            case GAS_LIMIT -> value.bitLength() < 64 ? now.withGasLimit(value.longValue()) : now;
            case EIP_1559_PARAMS -> fees(now, value);
            case OPERATOR_FEE_PARAMS ->
                now.withOperatorFee(value.shiftRight(64).longValue() & 0xffff_ffffL, value.longValue());
            case MIN_BASE_FEE -> value.bitLength() <= 64 ? now.withLeastBaseFee(value.longValue()) : now;
            case DA_FOOTPRINT_GAS_SCALAR -> value.bitLength() <= 16 ? now.withFootprintScalar(value.intValue()) : now;
            default -> now; // the signer of unsafe blocks has no part in derivation; others are unknown
        };
    }

    private static SystemConfig scalars(SystemConfig now, Hash32 overhead, Hash32 scalar, boolean ecotone) {
        if (!ecotone) {
            return now.withScalars(overhead, scalar);
        }
        return SystemConfig.isEcotone(scalar) ? now.withScalars(Hash32.ZERO, scalar) : now;
    }

    /// Of the pair, zero is allowed for both or for neither.
    private static SystemConfig fees(SystemConfig now, BigInteger value) {
        long denominator = value.shiftRight(32).longValue() & 0xffff_ffffL;
        long elasticity = value.longValue() & 0xffff_ffffL;
        boolean allowed = (denominator == 0) == (elasticity == 0);
        return allowed ? now.withFees(denominator, elasticity) : now;
    }

    private static Hash32 word(Bytes data, int index) {
        return Hash32.of(data.slice(index * WORD, (index + 1) * WORD).toArray());
    }
}
