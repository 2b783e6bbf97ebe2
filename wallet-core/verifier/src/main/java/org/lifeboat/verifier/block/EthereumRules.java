package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.block.BlockHeader;

/// Ethereum L1. Every fork's execution; of the time before the Merge neither difficulty nor rewards.
public final class EthereumRules implements ChainRules {
    private final EthereumChain chain;

    public EthereumRules(EthereumChain chain) {
        this.chain = chain;
    }

    @Override
    public Optional<String> unknown(BlockHeader header) {
        return step(header).isPresent()
                ? Optional.empty()
                : Optional.of("the rules of block " + header.number() + " are older than those this program has");
    }

    @Override
    public Optional<BlockFault> checkHeader(BlockHeader header, BlockHeader parent) {
        ForkSchedule.Step now = stepOf(header);
        ForkSchedule.Step before = step(parent).orElse(now);
        return EthereumHeader.check(header, now, parent, before.fork());
    }

    @Override
    public Optional<BlockFault> checkBody(Block block) {
        ForkRules rules = stepOf(block.header()).fork().rules();
        return BlockFault.unless(
                        block.withdrawals().isPresent() == rules.withdrawals,
                        BlockReason.INCORRECT_BLOCK_FORMAT,
                        "withdrawals where the fork has none, or the other way round")
                .or(() -> rules.blockSizeLimit == Long.MAX_VALUE
                        ? Optional.empty()
                        : size(block.encoded().size(), rules.blockSizeLimit));
    }

    private static Optional<BlockFault> size(int bytes, long limit) {
        return BlockFault.unless(
                bytes <= limit, BlockReason.RLP_BLOCK_LIMIT_EXCEEDED, bytes + " bytes where " + limit + " are allowed");
    }

    @Override
    public BlockProgram begin(BlockContext context) {
        return new EthereumProgram(chain, stepOf(context.header()), context);
    }

    private Optional<ForkSchedule.Step> step(BlockHeader header) {
        return chain.forks().at(header.number(), header.unixSeconds());
    }

    private ForkSchedule.Step stepOf(BlockHeader header) {
        return step(header).orElseThrow(() -> new IllegalArgumentException("asked about a block of unknown rules"));
    }
}
