package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Searching events.
final class LogMethods {
    /// As many providers have it: who asks for more is told to ask for fewer blocks.
    private static final int MOST_LOGS = 10_000;

    /// Source: Yellow Paper, appendix H.2: LOG0 to LOG4.
    private static final int MOST_TOPICS = 4;

    private final ChainNode node;
    private final Blocks blocks;

    LogMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of("eth_getLogs", this::logs);
    }

    /// @param accepted for each place the topics that fit; an empty list: any
    record Filter(List<Address> emitters, List<List<Hash32>> accepted) {
        boolean fits(Log log) {
            if (!emitters.isEmpty() && !emitters.contains(log.contract())) {
                return false;
            }
            if (log.topics().size() < accepted.size()) {
                return false;
            }
            for (int i = 0; i < accepted.size(); i++) {
                if (!accepted.get(i).isEmpty()
                        && !accepted.get(i).contains(log.topics().get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Of blocks that are still to come, too.
    /// @param to without a bound where none was named
    record Range(long from, long to) {
        boolean holds(long number) {
            return from <= number && number <= to;
        }
    }

    /// The blocks that a filter is about from now on.
    Range range(Params params) {
        JsonNode object = params.required(0, Params::object);
        boolean any = object.hasNonNull("blockHash");
        Range range = new Range(any ? 0 : first(params), any ? Long.MAX_VALUE : last(params));
        if (range.from() > range.to()) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid block range params");
        }
        return range;
    }

    private long first(Params params) {
        return isNumber(params, "fromBlock") ? bound(params, "fromBlock") : 0;
    }

    private long last(Params params) {
        return isNumber(params, "toBlock") ? bound(params, "toBlock") : Long.MAX_VALUE;
    }

    private static boolean isNumber(Params params, String name) {
        return params.required(0, Params::object).path(name).asString("").startsWith("0x");
    }

    JsonNode logs(Params params) {
        JsonNode object = params.required(0, Params::object);
        Filter filter = params.required(0, LogMethods::filter);
        Optional<Hash32> hash = params.required(0, value -> Params.member(value, "blockHash", Params::word));
        ArrayNode found = Shown.list();
        if (hash.isPresent()) {
            if (object.hasNonNull("fromBlock") || object.hasNonNull("toBlock")) {
                throw RpcFault.of(
                        RpcFault.INVALID_PARAMETERS,
                        "invalid argument 0: cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other");
            }
            collect(node.history().find(hash.get()).orElseThrow(() -> RpcFault.server("unknown block")), filter, found);
            return found;
        }
        long newest = node.history().newest().number();
        long from = bound(params, "fromBlock");
        long to = bound(params, "toBlock");
        if (from > to) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid block range params");
        }
        if (to > newest) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "block range extends beyond current head block");
        }
        for (long number = from; number <= to; number++) {
            collect(node.history().at(number).orElseThrow(), filter, found);
        }
        return found;
    }

    /// A block that is not reached yet counts as it is named.
    private long bound(Params params, String name) {
        return params.required(
                0,
                filter -> Params.member(filter, name, value -> value)
                        .map(value ->
                                blocks.byNumber(value).map(SealedBlock::number).orElseGet(() -> Params.number(value)))
                        .orElseGet(() -> node.history().newest().number()));
    }

    private static void collect(SealedBlock block, Filter filter, ArrayNode found) {
        for (ExecutedTransaction each : block.transactions()) {
            List<Log> logs = each.receipt().logs();
            for (int i = 0; i < logs.size(); i++) {
                if (filter.fits(logs.get(i))) {
                    found.add(ReceiptJson.log(block, each, i));
                }
            }
        }
        if (found.size() > MOST_LOGS) {
            throw RpcFault.of(RpcFault.LIMIT_EXCEEDED, "query returned more than " + MOST_LOGS + " results");
        }
    }

    static Filter filter(JsonNode object) {
        List<Address> emitters = Params.member(object, "address", value -> oneOrMany(value, Params::address))
                .orElse(List.of());
        List<List<Hash32>> accepted = Params.member(object, "topics", value -> Params.items(value, LogMethods::topics))
                .orElse(List.of());
        if (accepted.size() > MOST_TOPICS) {
            throw new IllegalArgumentException("more than " + MOST_TOPICS + " topics");
        }
        return new Filter(emitters, accepted);
    }

    private static List<Hash32> topics(JsonNode value) {
        return value.isNull() ? List.of() : oneOrMany(value, Params::word);
    }

    private static <T> List<T> oneOrMany(JsonNode value, Function<JsonNode, T> read) {
        return value.isArray() ? Params.items(value, read) : List.of(read.apply(value));
    }
}
