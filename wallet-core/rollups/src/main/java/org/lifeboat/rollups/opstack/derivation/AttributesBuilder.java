package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Makes of a batch that counts all that its block is made of. Source: derivation, "Deriving Payload
/// Attributes".
final class AttributesBuilder {
    private final RollupConfig rollup;
    private final Upgrades upgrades;

    AttributesBuilder(RollupConfig rollup, Upgrades upgrades) {
        this.rollup = rollup;
        this.upgrades = upgrades;
    }

    /// @param epoch the parent's origin, or the L1 block after that
    /// @param sequenced the sequencer's transactions
    /// @return unknown: something of this block is not known to this program
    Answer<PayloadAttributes> build(SafeHead parent, Epoch epoch, List<Bytes> sequenced, BlockRef includedIn) {
        long time = parent.unixSeconds() + rollup.chain().blockSeconds();
        Optional<Long> leavesAt = rollup.chain().leavesAt();
        if (leavesAt.isPresent() && time >= leavesAt.get()) {
            return unknown("since " + leavesAt.get() + " this chain follows rules that this program lacks");
        }
        boolean first = epoch.number() != parent.origin().number();
        SystemConfig config = first
                ? ConfigUpdates.apply(parent.config(), epoch.updates(), rollup.has(OpFork.ECOTONE, epoch.unixSeconds()))
                : parent.config();
        long sequenceNumber = first ? 0 : parent.block().sequenceNumber() + 1;
        Optional<Bytes> info = new L1Info(rollup, config, epoch, sequenceNumber, time).encoded();
        if (info.isEmpty()) {
            return unknown("the price of L1 data is configured in a form that this program does not know");
        }
        List<Bytes> transactions = new ArrayList<>(List.of(info.get()));
        transactions.addAll(first ? epoch.deposits() : List.of());
        for (OpFork fork : OpFork.values()) {
            if (Upgrades.has(fork) && rollup.begins(fork, time)) {
                Optional<List<Bytes>> own = upgrades.deposits(fork);
                if (own.isEmpty()) {
                    return unknown("the transactions of the first block of " + fork + " are not in this program");
                }
                transactions.addAll(own.get());
            }
        }
        transactions.addAll(sequenced);
        return new Answer.Proven<>(attributes(parent, epoch, config, time, transactions, includedIn));
    }

    private PayloadAttributes attributes(
            SafeHead parent,
            Epoch epoch,
            SystemConfig config,
            long time,
            List<Bytes> transactions,
            BlockRef includedIn) {
        long extraGas = rollup.begins(OpFork.KARST, time) ? upgrades.gas(OpFork.KARST) : 0;
        Optional<Hash32> beaconRoot = rollup.has(OpFork.ECOTONE, time)
                ? Optional.of(epoch.header().parentBeaconBlockRoot().orElse(Hash32.ZERO))
                : Optional.empty();
        Optional<Long> least = rollup.has(OpFork.JOVIAN, time) ? Optional.of(config.leastBaseFee()) : Optional.empty();
        Optional<PayloadAttributes.Fees> fees = rollup.has(OpFork.HOLOCENE, time)
                ? Optional.of(new PayloadAttributes.Fees(config.denominator(), config.elasticity(), least))
                : Optional.empty();
        return new PayloadAttributes(
                parent.block().block(),
                epoch.block(),
                includedIn,
                time,
                epoch.header().mixHash(),
                beaconRoot,
                new Gas(config.gasLimit() + extraGas),
                fees,
                transactions);
    }

    private static <T> Answer<T> unknown(String reason) {
        return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, reason);
    }
}
