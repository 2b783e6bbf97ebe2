package org.lifeboat.sandbox.rpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;

/// Filters that a program sets up and asks again and again for what is new. Source: geth, eth/filters/api.go; what is
/// not asked for is forgotten after a time, and there are only so many. Thread-safe.
final class FilterMethods {
    /// Source: geth, eth/filters/filter_system.go, `Config.Timeout`: five minutes. Unit: seconds.
    static final long PATIENCE = 300;

    /// More than any program needs. geth has no bound of its own.
    static final int MOST = 256;

    /// As many blocks may be taken back and said to be. Unit: blocks.
    private static final int REMEMBERED = 128;

    private final ChainNode node;
    private final LogMethods logs;
    private final LongSupplier clock;
    private final Map<String, Filter> filters = new HashMap<>();
    private long made;

    /// @param clock the node's, in Unix seconds
    FilterMethods(ChainNode node, LongSupplier clock) {
        this.node = node;
        this.logs = new LogMethods(node);
        this.clock = clock;
    }

    Map<String, Method> all() {
        return Map.of(
                "eth_newFilter", this::newLogs,
                "eth_newBlockFilter", _ -> add(Optional.empty()),
                "eth_getFilterChanges", this::changes,
                "eth_getFilterLogs", this::everything,
                "eth_uninstallFilter", this::uninstall);
    }

    private static final class Filter {
        /// The events; empty: it is about blocks.
        private final Optional<Wanted> wanted;
        private final Deque<SealedBlock> seen = new ArrayDeque<>();
        private long askedAt;

        Filter(Optional<Wanted> wanted, long now) {
            this.wanted = wanted;
            this.askedAt = now;
        }
    }

    /// @param question as it was put, to search by it
    private record Wanted(Params question, LogMethods.Range range, LogMethods.Filter filter) {}

    private JsonNode newLogs(Params params) {
        return add(Optional.of(new Wanted(params, logs.range(params), params.required(0, LogMethods::filter))));
    }

    private synchronized JsonNode add(Optional<Wanted> wanted) {
        forgetOld();
        if (filters.size() >= MOST) {
            throw RpcFault.of(RpcFault.LIMIT_EXCEEDED, "more than " + MOST + " filters");
        }
        Hash32 id = Keccak256.hash(Bytes.of(Hash32.ofNumber(made++).toArray()));
        String name = id.toHex().substring(0, 2 + Hash32.SIZE);
        Filter filter = new Filter(wanted, clock.getAsLong());
        see(filter);
        filters.put(name, filter);
        return Shown.text(name);
    }

    /// What is there already is not new, but is told of where it is taken back.
    private void see(Filter filter) {
        long newest = node.history().newest().number();
        long first = Math.max(node.history().oldest().number(), newest - REMEMBERED + 1);
        for (long number = first; number <= newest; number++) {
            filter.seen.addLast(node.history().at(number).orElseThrow());
        }
    }

    private void forgetOld() {
        long now = clock.getAsLong();
        filters.values().removeIf(filter -> now - filter.askedAt > PATIENCE);
    }

    private Filter find(Params params) {
        forgetOld();
        Filter filter = Optional.ofNullable(filters.get(params.required(0, Params::text)))
                .orElseThrow(() -> RpcFault.server("filter not found"));
        filter.askedAt = clock.getAsLong();
        return filter;
    }

    private synchronized JsonNode uninstall(Params params) {
        forgetOld();
        return BooleanNode.valueOf(filters.keySet().remove(params.required(0, Params::text)));
    }

    private JsonNode everything(Params params) {
        Wanted wanted;
        synchronized (this) {
            wanted = find(params).wanted.orElseThrow(() -> RpcFault.server("filter not found"));
        }
        return logs.logs(wanted.question());
    }

    /// What was taken back since it was asked last, and then what is new.
    private synchronized JsonNode changes(Params params) {
        Filter filter = find(params);
        ArrayNode changes = Shown.list();
        while (!isThere(filter.seen.getLast()) && filter.seen.size() > 1) {
            SealedBlock gone = filter.seen.removeLast();
            filter.wanted.ifPresent(wanted -> {
                ArrayNode found = Shown.list();
                collect(wanted, gone, found, true);
                for (int i = found.size() - 1; i >= 0; i--) {
                    changes.add(found.get(i));
                }
            });
        }
        SealedBlock last = filter.seen.getLast();
        long from = isThere(last) ? last.number() : last.number() - 1;
        for (long number = from + 1; number <= node.history().newest().number(); number++) {
            SealedBlock block = node.history().at(number).orElseThrow();
            filter.wanted.ifPresentOrElse(
                    wanted -> collect(wanted, block, changes, false),
                    () -> changes.add(block.hash().toHex()));
            filter.seen.addLast(block);
        }
        while (filter.seen.size() > REMEMBERED) {
            filter.seen.removeFirst();
        }
        return changes;
    }

    private boolean isThere(SealedBlock block) {
        return node.history().find(block.hash()).isPresent();
    }

    private static void collect(Wanted wanted, SealedBlock block, ArrayNode found, boolean removed) {
        if (!wanted.range().holds(block.number())) {
            return;
        }
        for (ExecutedTransaction each : block.transactions()) {
            for (int i = 0; i < each.receipt().logs().size(); i++) {
                if (wanted.filter().fits(each.receipt().logs().get(i))) {
                    found.add(ReceiptJson.log(block, each, i).put("removed", removed));
                }
            }
        }
    }
}
