package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.transaction.InvalidReason;
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

    /// A fork that only changes how many blobs there are and what they cost (EIP-7892) leaves the header's
    /// form as it is, so a block after one that is not known here looks like a false one. A block from after
    /// the schedule's review is therefore not called invalid for what such a fork alone can change:
    /// - how many blobs it may hold, and its excess of blob gas, in the header or against a transaction;
    /// - what running it comes to, unless the excess is zero: then blob gas costs one wei under any schedule
    ///   (EIP-4844, `fake_exponential`). Who pays for blobs, or asks for their price (EIP-7516), may end up
    ///   elsewhere, and with it everything that follows.
    ///
    /// All else (form, parent, base fee, transactions root, withdrawals, a signature) is judged as ever.
    @Override
    public Optional<String> excuse(BlockHeader header, BlockFault fault) {
        boolean blobs = stepOf(header).fork().rules().beaconRoots;
        boolean reviewed =
                Long.compareUnsigned(header.unixSeconds(), chain.forks().reviewedAt()) <= 0;
        if (!blobs || reviewed) {
            return Optional.empty();
        }
        boolean free =
                header.excessBlobGas().filter(excess -> excess.amount() == 0).isPresent();
        boolean follows = switch (fault.reason()) {
            case INCORRECT_EXCESS_BLOB_GAS, BLOB_GAS_USED_ABOVE_LIMIT -> true;
            case INVALID_TRANSACTION ->
                !free || fault.transaction().filter(EthereumRules::ofBlobs).isPresent();
            case INVALID_GAS_USED,
                    INVALID_LOG_BLOOM,
                    INVALID_RECEIPTS_ROOT,
                    INVALID_STATE_ROOT,
                    INVALID_REQUESTS,
                    INVALID_DEPOSIT_EVENT_LAYOUT,
                    SYSTEM_CONTRACT_EMPTY,
                    SYSTEM_CONTRACT_CALL_FAILED -> !free;
            case INVALID_BLOCK_NUMBER,
                    INVALID_BLOCK_TIMESTAMP_OLDER_THAN_PARENT,
                    INVALID_GASLIMIT,
                    INVALID_GAS_USED_ABOVE_LIMIT,
                    EXTRA_DATA_TOO_BIG,
                    INCORRECT_BLOCK_FORMAT,
                    INVALID_BASEFEE_PER_GAS,
                    IMPORT_IMPOSSIBLE_DIFFICULTY_OVER_PARIS,
                    IMPORT_IMPOSSIBLE_UNCLES_OVER_PARIS,
                    INVALID_NONCE_OVER_PARIS,
                    INCORRECT_BLOB_GAS_USED,
                    RLP_BLOCK_LIMIT_EXCEEDED,
                    UNKNOWN_PARENT,
                    INVALID_UNCLES_HASH,
                    INVALID_TRANSACTIONS_ROOT,
                    INVALID_WITHDRAWALS_ROOT,
                    CHAIN_RULE,
                    UNREADABLE_TRANSACTION -> false;
        };
        return follows
                ? Optional.of("a newer blob schedule than this program knows may hold: " + fault.detail())
                : Optional.empty();
    }

    private static boolean ofBlobs(InvalidReason reason) {
        return reason == InvalidReason.TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED
                || reason == InvalidReason.INSUFFICIENT_MAX_FEE_PER_BLOB_GAS;
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
