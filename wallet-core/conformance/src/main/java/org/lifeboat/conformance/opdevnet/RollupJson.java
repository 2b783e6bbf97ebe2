package org.lifeboat.conformance.opdevnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.execution.OpFork;
import tools.jackson.databind.JsonNode;

/// Reads the bundles of an upgrade's transactions, as op-node has them.
final class RollupJson {
    private RollupJson() {}

    /// @param fork whose bundle it is; its name stands in front of each intent
    static Upgrades upgrades(JsonNode bundle, OpFork fork, String name) {
        List<Upgrades.Transaction> transactions = new ArrayList<>();
        for (JsonNode each : bundle.get("transactions").values()) {
            transactions.add(new Upgrades.Transaction(
                    "%s %d: %s"
                            .formatted(
                                    name,
                                    transactions.size(),
                                    each.get("intent").asString()),
                    address(each, "from"),
                    Optional.ofNullable(each.get("to"))
                            .filter(to -> !to.isNull())
                            .map(to -> Address.fromHex(to.asString())),
                    new Gas(each.get("gasLimit").longValue()),
                    Bytes.fromHex(each.get("data").asString())));
        }
        return new Upgrades(Map.of(fork, transactions));
    }

    private static Address address(JsonNode node, String name) {
        return Address.fromHex(node.get(name).asString());
    }
}
