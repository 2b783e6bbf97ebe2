package org.lifeboat.sandbox.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.node.Supposition;

/// What one block of a simulation is to be. What is not said follows from the block before.
/// Source: execution-apis, src/schemas/execute.yaml, `BlockStateCall`.
/// @param figures of the block itself
/// @param beaconRoot EIP-4788; empty: zero
/// @param accounts as they are to be before the block's first call
/// @param moved precompiled contracts that are to be at another address in this block, and where
/// @param calls in the order in which they run
public record BlockWish(
        Supposition.Block figures,
        Optional<Hash32> beaconRoot,
        Map<Address, Supposition.Account> accounts,
        Map<Address, Address> moved,
        List<CallWish> calls) {
    public BlockWish {
        accounts = Map.copyOf(accounts);
        moved = Map.copyOf(moved);
        calls = List.copyOf(calls);
    }

    /// A block between two that were asked for.
    static BlockWish empty() {
        return new BlockWish(Supposition.NONE.block(), Optional.empty(), Map.of(), Map.of(), List.of());
    }

    /// The same at that place.
    BlockWish at(long number, long unixSeconds) {
        Supposition.Block placed = new Supposition.Block(
                OptionalLong.of(number),
                OptionalLong.of(unixSeconds),
                figures.gasLimit(),
                figures.feeRecipient(),
                figures.prevRandao(),
                figures.baseFee(),
                figures.blobBaseFee());
        return new BlockWish(placed, beaconRoot, accounts, moved, calls);
    }
}
