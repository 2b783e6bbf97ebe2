package org.lifeboat.sandbox.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.WitnessSearch;
import org.lifeboat.sandbox.trace.TraceRoom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened inside a transaction or a block, and what a block read. Memory, refunds and logs are not
/// traced: whoever asks for them is told so.
final class TraceMethods {
    private final ChainNode node;
    private final Blocks blocks;

    TraceMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of(
                "debug_traceTransaction",
                this::transaction,
                "debug_traceBlockByNumber",
                params -> block(
                        params.required(0, blocks::byNumber)
                                .orElseThrow(() ->
                                        RpcFault.server("block " + Params.text(params.required(0)) + " not found")),
                        params),
                "debug_traceBlockByHash",
                params -> block(byHash(params), params),
                "debug_executionWitness",
                this::witness);
    }

    private SealedBlock byHash(Params params) {
        Hash32 hash = params.required(0, Params::word);
        return node.history().find(hash).orElseThrow(() -> RpcFault.server("block " + hash.toHex() + " not found"));
    }

    /// Lists of bytes, as other nodes than geth give them too: geth writes the headers as objects.
    private JsonNode witness(Params params) {
        WitnessSearch.Witness witness =
                node.replay().witness(blocks.of(params, 0)).orElseThrow(() -> RpcFault.server("block 0 was not run"));
        ObjectNode json = Shown.object();
        json.set("state", Shown.bytes(witness.nodes()));
        json.set("codes", Shown.bytes(witness.codes()));
        json.set("keys", Shown.bytes(witness.keys()));
        json.set("headers", Shown.bytes(witness.headers()));
        return json;
    }

    private JsonNode transaction(Params params) {
        History.Place place = node.history()
                .transaction(params.required(0, Params::word))
                .orElseThrow(() -> RpcFault.server("transaction not found"));
        Tracer tracer = Tracer.of(params, 1, new TraceRoom());
        node.replay().watch(place, tracer.listener());
        return tracer.result(place.transaction());
    }

    /// Each transaction of the block. One that could not even begin, or that there is no room for, has an error in
    /// place of its result.
    private JsonNode block(SealedBlock block, Params params) {
        if (block.number() == node.history().oldest().number()) {
            throw RpcFault.server("genesis is not traceable");
        }
        List<Tracer> tracers = new ArrayList<>();
        ArrayNode all = Shown.list();
        TraceRoom room = new TraceRoom();
        block.transactions().forEach(_ -> tracers.add(Tracer.of(params, 1, room)));
        node.replay().watchEach(block, each -> tracers.get(each.index()).listener());
        for (ExecutedTransaction each : block.transactions()) {
            ObjectNode json = all.addObject();
            json.put("txHash", each.sent().hash().toHex());
            try {
                json.set("result", tracers.get(each.index()).result(each));
            } catch (RpcFault fault) {
                json.put("error", fault.words());
            }
        }
        return all;
    }
}
