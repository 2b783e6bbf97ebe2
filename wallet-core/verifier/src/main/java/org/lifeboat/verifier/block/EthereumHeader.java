package org.lifeboat.verifier.block;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// A header against its parent (Yellow Paper, section 4.4.4, with EIP-1559, 3675, 4844, 4895, 7685, 7918). Each
/// rule is a function of its own, so that another chain may take those it shares.
public final class EthereumHeader {
    /// Source: Yellow Paper, equation 51: the limit moves by less than a 1024th, and is at least 5000. Unit:
    /// gas.
    private static final long LIMIT_DIVISOR = 1024;

    private static final long LEAST_LIMIT = 5000;

    /// Source: Yellow Paper, equation 56. Unit: bytes.
    private static final int EXTRA_DATA_LIMIT = 32;

    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    private static final Bytes ZERO_NONCE = Bytes.of(new byte[BlockHeader.NONCE_SIZE]);

    private EthereumHeader() {}

    /// Number and time go on from the parent's.
    public static Optional<BlockFault> follows(BlockHeader header, BlockHeader parent) {
        return BlockFault.unlessEqual(BlockReason.INVALID_BLOCK_NUMBER, header.number(), parent.number() + 1)
                .or(() -> BlockFault.unless(
                        Long.compareUnsigned(header.unixSeconds(), parent.unixSeconds()) > 0,
                        BlockReason.INVALID_BLOCK_TIMESTAMP_OLDER_THAN_PARENT,
                        header.unixSeconds() + " is not after the parent's " + parent.unixSeconds()));
    }

    public static Optional<BlockFault> extraData(BlockHeader header) {
        return BlockFault.unless(
                header.extraData().size() <= EXTRA_DATA_LIMIT,
                BlockReason.EXTRA_DATA_TOO_BIG,
                header.extraData().size() + " bytes");
    }

    public static Optional<BlockFault> gasWithinLimit(BlockHeader header) {
        return BlockFault.unless(
                header.gasUsed().amount() <= header.gasLimit().amount(),
                BlockReason.INVALID_GAS_USED_ABOVE_LIMIT,
                header.gasUsed() + " of " + header.gasLimit());
    }

    /// @param before the parent's limit, in the header's own unit
    public static Optional<BlockFault> gasLimit(BlockHeader header, long before) {
        long limit = header.gasLimit().amount();
        boolean right = limit >= LEAST_LIMIT && Math.abs(limit - before) < before / LIMIT_DIVISOR;
        return BlockFault.unless(right, BlockReason.INVALID_GASLIMIT, limit + " after " + before);
    }

    /// The header has the fields of its fork, no more and no fewer.
    public static Optional<BlockFault> fields(BlockHeader header, ForkRules rules) {
        boolean right = header.baseFeePerGas().isPresent() == rules.baseFee
                && header.withdrawalsRoot().isPresent() == rules.withdrawals
                && header.blobGasUsed().isPresent() == rules.beaconRoots
                && header.excessBlobGas().isPresent() == rules.beaconRoots
                && header.parentBeaconBlockRoot().isPresent() == rules.beaconRoots
                && header.requestsHash().isPresent() == rules.requests;
        return BlockFault.unless(right, BlockReason.INCORRECT_BLOCK_FORMAT, "other fields than those of " + rules.fork);
    }

    /// What proof of work left behind is empty since the Merge (EIP-3675).
    public static Optional<BlockFault> noWork(BlockHeader header) {
        return BlockFault.unless(
                        header.difficulty().signum() == 0,
                        BlockReason.IMPORT_IMPOSSIBLE_DIFFICULTY_OVER_PARIS,
                        "a difficulty of " + header.difficulty())
                .or(() -> BlockFault.unless(
                        header.ommersHash().equals(NO_OMMERS),
                        BlockReason.IMPORT_IMPOSSIBLE_UNCLES_OVER_PARIS,
                        "the hash of uncles is not that of none"))
                .or(() -> BlockFault.unless(
                        header.nonce().equals(ZERO_NONCE),
                        BlockReason.INVALID_NONCE_OVER_PARIS,
                        "a nonce of " + header.nonce()));
    }

    static Optional<BlockFault> check(BlockHeader header, ForkSchedule.Step step, BlockHeader parent, Fork parentFork) {
        ForkRules rules = step.fork().rules();
        boolean firstWithBaseFee = rules.baseFee && !parentFork.rules().baseFee;
        long before = parent.gasLimit().amount();
        return fields(header, rules)
                .or(() -> follows(header, parent))
                .or(() -> extraData(header))
                .or(() -> gasWithinLimit(header))
                .or(() -> gasLimit(header, firstWithBaseFee ? before * BaseFee.ELASTICITY : before))
                .or(() -> rules.baseFee ? baseFee(header, parent, firstWithBaseFee) : Optional.empty())
                .or(() -> rules.randomness ? noWork(header) : Optional.empty())
                .or(() -> rules.beaconRoots ? blobs(header, step, parent) : Optional.empty());
    }

    private static Optional<BlockFault> baseFee(BlockHeader header, BlockHeader parent, boolean first) {
        Wei expected = first
                ? BaseFee.INITIAL
                : BaseFee.next(
                        parent.gasLimit().amount(),
                        parent.gasUsed().amount(),
                        parent.baseFeePerGas().orElse(Wei.ZERO),
                        BaseFee.ELASTICITY,
                        BaseFee.CHANGE_DENOMINATOR);
        return BlockFault.unlessEqual(
                BlockReason.INVALID_BASEFEE_PER_GAS, header.baseFeePerGas().orElse(Wei.ZERO), expected);
    }

    private static Optional<BlockFault> blobs(BlockHeader header, ForkSchedule.Step step, BlockHeader parent) {
        long used = gas(header.blobGasUsed());
        long most = step.blobs().maximum() * BlobSchedule.GAS_PER_BLOB;
        return BlockFault.unless(
                        used <= most, BlockReason.BLOB_GAS_USED_ABOVE_LIMIT, used + " where " + most + " may be used")
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INCORRECT_EXCESS_BLOB_GAS, gas(header.excessBlobGas()), excess(step, parent)));
    }

    /// The excess of a block with these rules on that parent.
    static long excess(ForkSchedule.Step step, BlockHeader parent) {
        BigInteger parentFee = parent.baseFeePerGas().orElse(Wei.ZERO).value();
        long reserve = step.fork().rules().blobReserve;
        return step.blobs().nextExcess(gas(parent.excessBlobGas()), gas(parent.blobGasUsed()), parentFee, reserve);
    }

    private static long gas(Optional<Gas> field) {
        return field.map(Gas::amount).orElse(0L);
    }
}
