package org.lifeboat.engine.logs;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;

/// Which logs are looked for, as `eth_getLogs` filters them.
/// @param contracts any of them; empty: of any contract
/// @param topics for each place the accepted words; an empty list accepts any word there
public record LogFilter(List<Address> contracts, List<List<Hash32>> topics) {
    public LogFilter {
        contracts = List.copyOf(contracts);
        topics = topics.stream().map(List::copyOf).toList();
    }

    public boolean matches(Log log) {
        if (!contracts.isEmpty() && !contracts.contains(log.contract())) {
            return false;
        }
        if (log.topics().size() < topics.size()) {
            return false;
        }
        for (int i = 0; i < topics.size(); i++) {
            if (!topics.get(i).isEmpty() && !topics.get(i).contains(log.topics().get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a block with that bloom may hold such a log. Never false for one that does.
    public boolean mayBeUnder(Bytes bloom) {
        boolean contract = contracts.isEmpty()
                || contracts.stream().anyMatch(address -> LogsBloom.mayHold(bloom, Bytes.of(address.toArray())));
        return contract
                && topics.stream()
                        .allMatch(words -> words.isEmpty()
                                || words.stream().anyMatch(word -> LogsBloom.mayHold(bloom, Bytes.of(word.toArray()))));
    }
}
