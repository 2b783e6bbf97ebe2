package org.lifeboat.sandbox.chain;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// What a block does not take from its parent or its transactions: on a real chain the beacon chain says it.
/// @param unixSeconds after the parent's
/// @param prevRandao EIP-4399
/// @param parentBeaconRoot EIP-4788
/// @param feeRecipient who gets the tips; empty: whom the chain's settings name
/// @param extraData at most 32 bytes
/// @param withdrawals EIP-4895
public record BlockAttributes(
        long unixSeconds,
        Hash32 prevRandao,
        Hash32 parentBeaconRoot,
        Optional<Address> feeRecipient,
        Bytes extraData,
        List<Withdrawal> withdrawals) {
    public BlockAttributes {
        withdrawals = List.copyOf(withdrawals);
    }

    /// One of the sandbox's own.
    public BlockAttributes(long unixSeconds, Hash32 prevRandao, Hash32 parentBeaconRoot) {
        this(unixSeconds, prevRandao, parentBeaconRoot, Optional.empty(), Bytes.EMPTY, List.of());
    }

    /// Those of a block that stands.
    public static BlockAttributes of(BlockHeader header) {
        return new BlockAttributes(
                header.unixSeconds(),
                header.mixHash(),
                header.parentBeaconBlockRoot().orElse(Hash32.ZERO));
    }
}
