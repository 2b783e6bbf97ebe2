package org.lifeboat.engine.chaincheck;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// The transactions that forks of the OP Stack begin with, as they come with this program: without them a fork's first
/// block, and so every block after it, could not be derived.
final class UpgradeBook {
    private UpgradeBook() {}

    /// The form of `upgrades.json`, format 1.
    record Document(int format, List<OfFork> forks) {}

    record OfFork(String fork, List<Item> transactions, List<BundledJson.Source> sources) {}

    /// @param to empty where a contract is created
    record Item(String intent, String from, String to, long gas, String data) {}

    static Upgrades bundled() {
        Map<OpFork, List<Upgrades.Transaction>> all = new EnumMap<>(OpFork.class);
        for (OfFork fork : document().forks()) {
            all.put(
                    OpFork.valueOf(fork.fork()),
                    fork.transactions().stream().map(UpgradeBook::transaction).toList());
        }
        return new Upgrades(all);
    }

    static Document document() {
        return BundledJson.read("networks/upgrades.json", Document.class);
    }

    private static Upgrades.Transaction transaction(Item item) {
        return new Upgrades.Transaction(
                item.intent(),
                Address.fromHex(item.from()),
                Optional.of(item.to()).filter(to -> !to.isEmpty()).map(Address::fromHex),
                new Gas(item.gas()),
                Bytes.fromHex(item.data()));
    }
}
