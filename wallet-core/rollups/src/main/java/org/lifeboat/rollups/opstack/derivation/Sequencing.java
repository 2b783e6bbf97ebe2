package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;

/// What the next block is made of for whoever sequences the chain: the same that derivation will find once
/// the block's batch is on L1. Source: derivation, "Deriving Payload Attributes"; the choice of the origin
/// is the sequencer's.
public final class Sequencing {
    private final RollupConfig rollup;
    private final Upgrades upgrades;
    private final AttributesBuilder attributes;

    public Sequencing(RollupConfig rollup, Upgrades upgrades) {
        this.rollup = rollup;
        this.upgrades = upgrades;
        this.attributes = new AttributesBuilder(rollup, upgrades);
    }

    /// Which L1 block an L2 block stands on.
    /// @param transactions all of the block's
    public Answer<RollupConfig.Origin> origin(BlockHeader block, List<Bytes> transactions) {
        return SafeBlock.of(rollup, block, transactions).map(SafeBlock::origin);
    }

    /// How far a block's time may be ahead of its origin's and still hold transactions. Unit: seconds.
    public long drift(long l1Seconds) {
        return rollup.sequencerDrift(l1Seconds);
    }

    /// @param transactions all of the parent's
    /// @param origin the parent's, or the L1 block after that
    /// @param receipts of the origin
    /// @param sequenced what the sequencer puts in after what L1 demands
    public Answer<PayloadAttributes> next(
            BlockHeader parent,
            List<Bytes> transactions,
            BlockHeader origin,
            List<Receipt> receipts,
            List<Bytes> sequenced) {
        return SafeHead.of(rollup, upgrades, parent, transactions)
                .then(head -> UserDeposits.read(
                                receipts, origin.hash(), rollup.contracts().portal())
                        .then(deposits -> attributes.build(
                                head,
                                new Epoch(origin.ref(), origin, deposits, updates(receipts)),
                                sequenced,
                                origin.ref())));
    }

    private List<Log> updates(List<Receipt> receipts) {
        return receipts.stream()
                .flatMap(receipt -> receipt.logs().stream())
                .filter(log -> log.contract().equals(rollup.contracts().systemConfig()))
                .toList();
    }
}
