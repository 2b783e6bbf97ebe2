package org.lifeboat.rollups.opstack.execution;

import java.util.Optional;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockContext;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockProgram;
import org.lifeboat.verifier.block.BlockReason;
import org.lifeboat.verifier.block.ChainRules;
import org.lifeboat.verifier.block.EthereumHeader;

/// The rules of one chain of the OP Stack, Bedrock to Karst. What only L1 can tell (that a deposit was really
/// made, that the gas limit is the configured one) is the derivation's to check, not this.
public final class OpRules implements ChainRules {
    private final OpChain chain;

    public OpRules(OpChain chain) {
        this.chain = chain;
    }

    @Override
    public Optional<String> unknown(BlockHeader header) {
        long time = header.unixSeconds();
        if (chain.leavesAt().isPresent() && time >= chain.leavesAt().get()) {
            return Optional.of("since " + chain.leavesAt().get() + " this chain follows rules that this program lacks");
        }
        // Canyon puts a contract into the state by force; its code is not here.
        return chain.forks().begins(OpFork.CANYON, time - chain.blockSeconds(), time)
                ? Optional.of("the first block of Canyon changes the state in a way that this program lacks")
                : Optional.empty();
    }

    @Override
    public Optional<BlockFault> checkHeader(BlockHeader header, BlockHeader parent) {
        OpFork fork = chain.forks().at(header.unixSeconds());
        return EthereumHeader.fields(header, fork.ethereum().rules())
                .or(() -> EthereumHeader.follows(header, parent))
                .or(() -> EthereumHeader.extraData(header))
                .or(() -> ownParameters(header, fork))
                .or(() -> EthereumHeader.gasWithinLimit(header))
                .or(() -> baseFee(header, fork, parent))
                .or(() -> EthereumHeader.noWork(header))
                .or(() -> blobs(header, fork));
    }

    /// What the header says for the block after it must be readable.
    private Optional<BlockFault> ownParameters(BlockHeader header, OpFork fork) {
        return BlockFault.unless(
                FeeParameters.from(header.extraData(), fork, fork, chain.fees()).isPresent(),
                BlockReason.CHAIN_RULE,
                "extra data " + header.extraData() + " holds no fee parameters of " + fork);
    }

    private Optional<BlockFault> baseFee(BlockHeader header, OpFork fork, BlockHeader parent) {
        OpFork parentFork = chain.forks().at(parent.unixSeconds());
        Optional<FeeParameters> parameters = FeeParameters.from(parent.extraData(), parentFork, fork, chain.fees());
        if (parameters.isEmpty()) {
            return Optional.of(
                    new BlockFault(BlockReason.CHAIN_RULE, "the parent's extra data holds no fee parameters"));
        }
        long used = parent.gasUsed().amount();
        if (parentFork.isAtLeast(OpFork.JOVIAN)) {
            used = Math.max(used, parent.blobGasUsed().map(Gas::amount).orElse(0L));
        }
        Wei expected = parameters
                .get()
                .next(parent.gasLimit().amount(), used, parent.baseFeePerGas().orElse(Wei.ZERO));
        return BlockFault.unlessEqual(
                BlockReason.INVALID_BASEFEE_PER_GAS, header.baseFeePerGas().orElse(Wei.ZERO), expected);
    }

    /// There are no blobs on the L2. Since Jovian the field of their gas holds the footprint of the block's data.
    private static Optional<BlockFault> blobs(BlockHeader header, OpFork fork) {
        if (!fork.isAtLeast(OpFork.ECOTONE)) {
            return Optional.empty();
        }
        long used = header.blobGasUsed().map(Gas::amount).orElse(0L);
        long most = fork.isAtLeast(OpFork.JOVIAN) ? header.gasLimit().amount() : 0;
        return BlockFault.unless(
                        used <= most, BlockReason.BLOB_GAS_USED_ABOVE_LIMIT, used + " where " + most + " may be used")
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INCORRECT_EXCESS_BLOB_GAS,
                        header.excessBlobGas().map(Gas::amount).orElse(0L),
                        0L));
    }

    @Override
    public Optional<BlockFault> checkBody(Block block) {
        boolean canyon = chain.forks().at(block.header().unixSeconds()).isAtLeast(OpFork.CANYON);
        boolean right = canyon
                ? block.withdrawals().isPresent() && block.withdrawals().get().isEmpty()
                : block.withdrawals().isEmpty();
        return BlockFault.unless(
                right, BlockReason.INCORRECT_BLOCK_FORMAT, "an L2 block has no withdrawals of validators");
    }

    @Override
    public BlockProgram begin(BlockContext context) {
        return new OpProgram(chain, context);
    }
}
