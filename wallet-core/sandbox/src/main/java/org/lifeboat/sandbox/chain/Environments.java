package org.lifeboat.sandbox.chain;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// What transactions see of their block: of one that stands, and of the next.
public final class Environments {
    private Environments() {}

    /// The block after `parent`.
    public static BlockEnvironment next(ChainSettings settings, SealedBlock parent, BlockAttributes attributes) {
        BlobSchedule blobs = settings.rules().blobs();
        return new BlockEnvironment(
                settings.feeRecipient(),
                parent.number() + 1,
                attributes.unixSeconds(),
                settings.gasLimit().amount(),
                BigInteger.ZERO,
                attributes.prevRandao(),
                nextBaseFee(parent),
                new Wei(blobs.baseFee(nextExcess(settings.rules(), parent.header()))));
    }

    /// The same without a base fee, for a question that offers no price.
    public static BlockEnvironment free(BlockEnvironment block) {
        return new BlockEnvironment(
                block.coinbase(),
                block.number(),
                block.timestamp(),
                block.gasLimit(),
                block.difficulty(),
                block.prevRandao(),
                Wei.ZERO,
                block.blobBaseFee());
    }

    /// A block that stands, for questions about the state after it.
    public static BlockEnvironment of(ChainSettings settings, SealedBlock block, Wei baseFee) {
        BlockHeader header = block.header();
        return new BlockEnvironment(
                header.beneficiary(),
                header.number(),
                header.unixSeconds(),
                header.gasLimit().amount(),
                header.difficulty(),
                header.mixHash(),
                baseFee,
                blobBaseFee(settings, header));
    }

    /// EIP-1559.
    public static Wei nextBaseFee(SealedBlock parent) {
        return BaseFee.next(
                parent.header().gasLimit().amount(),
                parent.header().gasUsed().amount(),
                parent.baseFee(),
                BaseFee.ELASTICITY,
                BaseFee.CHANGE_DENOMINATOR);
    }

    /// EIP-4844: wei a blob gas in that block.
    public static Wei blobBaseFee(ChainSettings settings, BlockHeader header) {
        return new Wei(settings.rules().blobs().baseFee(amount(header.excessBlobGas())));
    }

    /// EIP-4844, `excess_blob_gas` of the block after `parent`. Unit: blob gas.
    public static long nextExcess(ForkRules rules, BlockHeader parent) {
        return rules.blobs()
                .nextExcess(
                        amount(parent.excessBlobGas()),
                        amount(parent.blobGasUsed()),
                        parent.baseFeePerGas().orElse(Wei.ZERO).value(),
                        rules.blobReserve);
    }

    private static long amount(Optional<Gas> gas) {
        return gas.map(Gas::amount).orElse(0L);
    }
}
