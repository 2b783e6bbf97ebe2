package org.lifeboat.sandbox.chain;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// What transactions see of their block: of one that stands, and of the next.
public final class Environments {
    /// Source: Yellow Paper, section 4.4.4: a gas limit differs by less than this part of the parent's.
    private static final long GAS_LIMIT_DIVISOR = 1024;

    private Environments() {}

    /// The block after `parent`.
    public static BlockEnvironment next(ChainSettings settings, SealedBlock parent, BlockAttributes attributes) {
        return new BlockEnvironment(
                attributes.feeRecipient().orElse(settings.feeRecipient()),
                parent.number() + 1,
                attributes.unixSeconds(),
                nextGasLimit(settings, parent.header()),
                BigInteger.ZERO,
                attributes.prevRandao(),
                nextBaseFee(parent),
                new Wei(settings.blobs().baseFee(nextExcess(settings, parent.header()))));
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

    /// The same where blob gas costs nothing, for a question that offers no price for it. Source: geth,
    /// internal/ethapi/api.go, `applyMessage`.
    public static BlockEnvironment freeOfBlobs(BlockEnvironment block) {
        return new BlockEnvironment(
                block.coinbase(),
                block.number(),
                block.timestamp(),
                block.gasLimit(),
                block.difficulty(),
                block.prevRandao(),
                block.baseFee(),
                Wei.ZERO);
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

    /// EIP-4844: wei a blob gas in that block; nothing in one from before there were blobs.
    public static Wei blobBaseFee(ChainSettings settings, BlockHeader header) {
        return header.excessBlobGas()
                .map(excess -> new Wei(settings.at(header).blobs().baseFee(excess.amount())))
                .orElse(Wei.ZERO);
    }

    /// As near to what the settings name as one step from the parent's goes. Source: geth,
    /// core/block_validator.go, `CalcGasLimit`.
    public static long nextGasLimit(ChainSettings settings, BlockHeader parent) {
        long before = parent.gasLimit().amount();
        long step = before / GAS_LIMIT_DIVISOR - 1;
        return Math.clamp(settings.gasLimit().amount(), before - step, before + step);
    }

    /// EIP-4844, `excess_blob_gas` of the block after `parent`. Unit: blob gas.
    public static long nextExcess(ChainSettings settings, BlockHeader parent) {
        return settings.blobs()
                .nextExcess(
                        amount(parent.excessBlobGas()),
                        amount(parent.blobGasUsed()),
                        parent.baseFeePerGas().orElse(Wei.ZERO).value(),
                        settings.rules().blobReserve);
    }

    private static long amount(Optional<Gas> gas) {
        return gas.map(Gas::amount).orElse(0L);
    }
}
