package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// The newest block of the derived chain.
/// @param config under which the block was made
public record SafeHead(BlockHeader header, SafeBlock block, SystemConfig config) {
    /// @param transactions all of the block's, already compared with the header
    /// @param upgrades for the gas that an upgrade's block was given
    static Answer<SafeHead> of(RollupConfig rollup, Upgrades upgrades, BlockHeader header, List<Bytes> transactions) {
        return SafeBlock.of(rollup, header, transactions).then(block -> {
            if (header.number() == rollup.genesis().l2Number()) {
                return new Answer.Proven<>(
                        new SafeHead(header, block, rollup.genesis().config()));
            }
            boolean raised = rollup.begins(OpFork.KARST, header.unixSeconds()) && !rollup.keepsKarstGas();
            long extra = raised ? upgrades.gas(OpFork.KARST) : 0;
            return SafeBlock.attributes(transactions)
                    .map(l1 -> new SafeHead(header, block, SystemConfig.of(rollup, header, l1, extra)));
        });
    }

    long number() {
        return header.number();
    }

    long unixSeconds() {
        return header.unixSeconds();
    }

    Hash32 hash() {
        return block.block().hash();
    }

    RollupConfig.Origin origin() {
        return block.origin();
    }
}
