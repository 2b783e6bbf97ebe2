package org.lifeboat.primitives;

/// One block of one chain, named so that it cannot be confused with another at the same height.
///
/// @param number height on its own chain (an [L1Block] or [L2Block] where the layer matters)
/// @param hash the block's hash
/// @param unixSeconds the header's timestamp, in Unix seconds
public record BlockRef(long number, Hash32 hash, long unixSeconds) {
    public BlockRef {
        if (number < 0) {
            throw new IllegalArgumentException("negative block number");
        }
    }
}
