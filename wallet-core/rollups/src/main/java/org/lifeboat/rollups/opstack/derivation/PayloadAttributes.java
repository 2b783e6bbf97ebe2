package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// All that L1 says of an L2 block: together with the state before it, the whole block. Source: derivation,
/// "Building Individual Payload Attributes".
/// @param parent the block before
/// @param origin the L1 block it stands on
/// @param includedIn the L1 block whose data completed it
/// @param prevRandao the origin's
/// @param parentBeaconBlockRoot the origin's; Ecotone
/// @param fees Holocene
public record PayloadAttributes(
        BlockRef parent,
        BlockRef origin,
        BlockRef includedIn,
        long unixSeconds,
        Hash32 prevRandao,
        Optional<Hash32> parentBeaconBlockRoot,
        Gas gasLimit,
        Optional<Fees> fees,
        List<Bytes> transactions) {
    /// What the header says for the block after it.
    /// @param denominator and `elasticity`: both zero for those of the chain's configuration
    /// @param leastBaseFee wei, unsigned; Jovian
    public record Fees(long denominator, long elasticity, Optional<Long> leastBaseFee) {}

    public PayloadAttributes {
        transactions = List.copyOf(transactions);
    }

    /// Without the sequencer's transactions: what becomes of a block that cannot be executed. Source:
    /// holocene/derivation, "Engine Queue".
    public PayloadAttributes depositsOnly() {
        List<Bytes> deposits =
                transactions.stream().filter(PayloadAttributes::isDeposit).toList();
        return new PayloadAttributes(
                parent, origin, includedIn, unixSeconds, prevRandao, parentBeaconBlockRoot, gasLimit, fees, deposits);
    }

    public boolean isDepositsOnly() {
        return transactions.stream().allMatch(PayloadAttributes::isDeposit);
    }

    private static boolean isDeposit(Bytes transaction) {
        return !transaction.isEmpty() && transaction.at(0) == DepositTransaction.TYPE;
    }
}
