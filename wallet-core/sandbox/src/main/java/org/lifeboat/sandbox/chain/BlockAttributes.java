package org.lifeboat.sandbox.chain;

import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// What a block does not take from its parent or its transactions: on a real chain the beacon chain says it.
/// @param unixSeconds after the parent's
/// @param prevRandao EIP-4399
/// @param parentBeaconRoot EIP-4788
public record BlockAttributes(long unixSeconds, Hash32 prevRandao, Hash32 parentBeaconRoot) {
    /// Those of a block that stands.
    public static BlockAttributes of(BlockHeader header) {
        return new BlockAttributes(
                header.unixSeconds(),
                header.mixHash(),
                header.parentBeaconBlockRoot().orElse(Hash32.ZERO));
    }
}
