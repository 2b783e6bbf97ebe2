package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// What the first transaction of an L2 block says of L1: the block it stands on, and the prices of its data.
/// Source: specification, deposits, "L1 Attributes Deposited Transaction", and the pages of Ecotone, Isthmus
/// and Jovian.
/// @param l1Number of the L1 origin
/// @param l1UnixSeconds its time
/// @param l1BaseFee its base fee, wei a gas
/// @param l1Hash its hash
/// @param sequenceNumber L2 blocks since the origin changed
/// @param batcherHash the batcher's address, padded in front
/// @param scalars how data is priced
/// @param operatorFeeScalar zero before Isthmus
/// @param operatorFeeConstant wei; zero before Isthmus
/// @param footprintScalar Jovian: gas of a byte of data, 400 where the chain names none; zero before
public record L1Attributes(
        long l1Number,
        long l1UnixSeconds,
        Wei l1BaseFee,
        Hash32 l1Hash,
        long sequenceNumber,
        Hash32 batcherHash,
        Scalars scalars,
        long operatorFeeScalar,
        BigInteger operatorFeeConstant,
        int footprintScalar) {
    /// Who sends it. Source: deposits, "L1 Attributes Deposited Transaction".
    public static final Address DEPOSITOR = Address.fromHex("0xdeaddeaddeaddeaddeaddeaddeaddeaddead0001");

    /// Whom it calls: the predeployed `L1Block`.
    public static final Address CONTRACT = Address.fromHex("0x4200000000000000000000000000000000000015");

    /// `setL1BlockValues(uint64,uint64,uint256,bytes32,uint64,bytes32,uint256,uint256)`
    private static final String BEDROCK = "0x015d8eb9";
    /// `setL1BlockValuesEcotone()`, packed from here on
    private static final String ECOTONE = "0x440a5e20";
    /// `setL1BlockValuesIsthmus()`
    private static final String ISTHMUS = "0x098999be";
    /// `setL1BlockValuesJovian()`
    private static final String JOVIAN = "0x3db6be2b";

    private static final int BEDROCK_SIZE = 4 + 8 * 32;
    private static final int ECOTONE_SIZE = 164;
    private static final int ISTHMUS_SIZE = 176;
    private static final int JOVIAN_SIZE = 178;

    /// Source: specification, jovian, "DA footprint block limit": used where the chain's configuration says 0.
    static final int DEFAULT_FOOTPRINT_SCALAR = 400;

    /// How L1 data is priced: by Bedrock's numbers, or by Ecotone's.
    public sealed interface Scalars {
        /// @param overhead L1 gas added to each transaction
        /// @param scalar millionths
        record Bedrock(BigInteger overhead, BigInteger scalar) implements Scalars {}

        /// @param baseFee millionths of sixteen times the L1 base fee
        /// @param blobBaseFee millionths of the L1 blob base fee
        /// @param l1BlobBaseFee wei a blob gas
        record Ecotone(long baseFee, long blobBaseFee, Wei l1BlobBaseFee) implements Scalars {}
    }

    /// Reads the deposit that opens a block.
    /// @return refuted: it is no such deposit; unknown: it calls by a selector of a fork this program does
    /// not know
    public static Answer<L1Attributes> of(DepositTransaction first) {
        if (!first.from().equals(DEPOSITOR) || !first.to().equals(Optional.of(CONTRACT))) {
            return new Answer.Refuted<>("the block's first transaction is not the one that describes L1");
        }
        return read(first.data());
    }

    private static Answer<L1Attributes> read(Bytes data) {
        if (data.size() < 4) {
            return new Answer.Refuted<>("the description of L1 is cut off");
        }
        String selector = Bytes.copyOf(data.sharedArray(), 0, 4).toHex();
        int size = switch (selector) {
            case BEDROCK -> BEDROCK_SIZE;
            case ECOTONE -> ECOTONE_SIZE;
            case ISTHMUS -> ISTHMUS_SIZE;
            case JOVIAN -> JOVIAN_SIZE;
            default -> 0;
        };
        if (size == 0) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED,
                    "L1 is described in a form that this program does not know: " + selector);
        }
        if (data.size() != size) {
            return new Answer.Refuted<>("the description of L1 has " + data.size() + " bytes, not " + size);
        }
        return new Answer.Proven<>(selector.equals(BEDROCK) ? bedrock(data) : packed(data));
    }

    private static L1Attributes bedrock(Bytes data) {
        return new L1Attributes(
                number(data, 4, 32).longValue(),
                number(data, 36, 32).longValue(),
                new Wei(number(data, 68, 32)),
                hash(data, 100),
                number(data, 132, 32).longValue(),
                hash(data, 164),
                new Scalars.Bedrock(number(data, 196, 32), number(data, 228, 32)),
                0,
                BigInteger.ZERO,
                0);
    }

    private static L1Attributes packed(Bytes data) {
        boolean operator = data.size() >= ISTHMUS_SIZE;
        int footprint = data.size() >= JOVIAN_SIZE ? number(data, 176, 2).intValue() : 0;
        return new L1Attributes(
                number(data, 28, 8).longValue(),
                number(data, 20, 8).longValue(),
                new Wei(number(data, 36, 32)),
                hash(data, 100),
                number(data, 12, 8).longValue(),
                hash(data, 132),
                new Scalars.Ecotone(
                        number(data, 4, 4).longValue(), number(data, 8, 4).longValue(), new Wei(number(data, 68, 32))),
                operator ? number(data, 164, 4).longValue() : 0,
                operator ? number(data, 168, 8) : BigInteger.ZERO,
                data.size() >= JOVIAN_SIZE && footprint == 0 ? DEFAULT_FOOTPRINT_SCALAR : footprint);
    }

    private static BigInteger number(Bytes data, int from, int size) {
        return new BigInteger(1, data.sharedArray(), from, size);
    }

    private static Hash32 hash(Bytes data, int from) {
        return Hash32.of(
                Bytes.copyOf(data.sharedArray(), from, from + Hash32.SIZE).toArray());
    }
}
