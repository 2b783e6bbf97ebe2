package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.Map;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.rules.InstructionNames;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.WitnessSearch;
import org.lifeboat.sandbox.trace.StepLog;
import org.lifeboat.sandbox.trace.TracedStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened inside a transaction, and what a block read. Memory, return data, refunds and logs are not
/// traced: whoever asks for them is told so.
final class TraceMethods {
    /// Of a deposit that could not even begin. Source: geth, eth/tracers/native/call.go, `GetResult`.
    private static final String NEVER_BEGAN = "incorrect number of top-level calls";

    private final ChainNode node;
    private final Blocks blocks;

    TraceMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of("debug_traceTransaction", this::transaction, "debug_executionWitness", this::witness);
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
        JsonNode options = params.optional(1, Params::object).orElseGet(Shown::object);
        String tracer = params.optional(1, each -> Params.member(each, "tracer", Params::text))
                .flatMap(each -> each)
                .orElse("");
        return switch (tracer) {
            case "" -> steps(place, options);
            case "callTracer" -> calls(place, options.path("tracerConfig"));
            default -> throw RpcFault.server("tracer not found: " + tracer);
        };
    }

    // ---- calls

    private JsonNode calls(History.Place place, JsonNode options) {
        if (on(options, "withLog")) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid argument 1: logs are not traced");
        }
        CallTree tree = new CallTree();
        node.replay().watch(place, tree);
        CallTree.Call top = tree.root().orElseThrow(() -> RpcFault.server(NEVER_BEGAN));
        ObjectNode root = call(top, !on(options, "onlyTopCall"));
        // The whole transaction's figures: it pays for more than its call.
        ExecutedTransaction done = place.transaction();
        root.put("gas", Shown.quantity(done.sent().transaction().gasLimit()));
        root.put("gasUsed", Shown.quantity(done.gasUsed()));
        return root;
    }

    private static ObjectNode call(CallTree.Call call, boolean withInner) {
        Listener.Entry entry = call.entry();
        ObjectNode json = Shown.object();
        json.put("type", entry.kind().name());
        json.put("from", entry.from().toHex());
        boolean failedCreation =
                entry.kind().name().startsWith("CREATE") && !(call.outcome() instanceof Outcome.Success);
        if (!failedCreation) {
            json.put("to", entry.to().toHex());
        }
        if (entry.kind() != Listener.Kind.STATICCALL) {
            json.put("value", Shown.quantity(entry.value()));
        }
        json.put("gas", Shown.quantity(entry.gas()));
        json.put("gasUsed", Shown.quantity(call.gasUsed()));
        json.put("input", entry.input().toHex());
        putOutcome(json, call.outcome());
        ArrayNode inner = Shown.list();
        if (withInner) {
            call.calls().forEach(each -> inner.add(call(each, true)));
            // Nothing runs in a call after its destruction.
            call.destructions().forEach(each -> inner.add(destruction(each)));
        }
        if (!inner.isEmpty()) {
            json.set("calls", inner);
        }
        return json;
    }

    private static void putOutcome(ObjectNode json, Outcome outcome) {
        switch (outcome) {
            case Outcome.Success(Bytes output) -> putOutput(json, output);
            case Outcome.Revert(Bytes output) -> {
                json.put("error", "execution reverted");
                putOutput(json, output);
                if (!Sentences.text(output).isEmpty()) {
                    json.put("revertReason", Sentences.text(output));
                }
            }
            case Outcome.Halt(var reason) -> json.put("error", Sentences.of(reason));
        }
    }

    private static ObjectNode destruction(CallTree.SelfDestruct each) {
        ObjectNode json = Shown.object();
        json.put("type", "SELFDESTRUCT");
        json.put("from", each.account().toHex());
        json.put("to", each.beneficiary().toHex());
        json.put("value", Shown.quantity(each.balance()));
        json.put("gas", "0x0");
        json.put("gasUsed", "0x0");
        json.put("input", "0x");
        return json;
    }

    private static void putOutput(ObjectNode json, Bytes output) {
        if (!output.isEmpty()) {
            json.put("output", output.toHex());
        }
    }

    // ---- instructions

    private JsonNode steps(History.Place place, JsonNode options) {
        if (on(options, "enableMemory") || on(options, "enableReturnData")) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid argument 1: memory and return data are not traced");
        }
        long limit = Params.member(options, "limit", Params::plainNumber).orElse(0L);
        StepLog log = new StepLog();
        node.replay().watch(place, log);
        Outcome outcome = log.outcome().orElseGet(() -> new Outcome.Halt(HaltReason.OUT_OF_GAS));
        ObjectNode json = Shown.object();
        json.put("gas", place.transaction().gasUsed().amount());
        json.put("failed", !(outcome instanceof Outcome.Success));
        Bytes output = switch (outcome) {
            case Outcome.Success(Bytes given) -> given;
            case Outcome.Revert(Bytes given) -> given;
            case Outcome.Halt _ -> Bytes.EMPTY;
        };
        json.put("returnValue", output.toHex());
        ArrayNode list = json.putArray("structLogs");
        log.steps().stream().limit(limit == 0 ? Long.MAX_VALUE : limit).forEach(step -> list.add(step(step, options)));
        return json;
    }

    private static ObjectNode step(TracedStep traced, JsonNode options) {
        var step = traced.step();
        ObjectNode json = Shown.object();
        json.put("pc", step.position());
        json.put(
                "op",
                InstructionNames.of(step.instruction())
                        .orElseGet(() -> "opcode 0x%x not defined".formatted(step.instruction())));
        json.put("gas", step.gas());
        json.put("gasCost", traced.gasCost());
        json.put("depth", step.depth());
        traced.failure().ifPresent(reason -> json.put("error", Sentences.of(reason)));
        if (!on(options, "disableStack")) {
            ArrayNode stack = json.putArray("stack");
            step.stack().forEach(word -> stack.add(Shown.quantity(new BigInteger(1, word.toArray()))));
        }
        if (!on(options, "disableStorage")) {
            traced.storage().ifPresent(slots -> {
                ObjectNode storage = json.putObject("storage");
                slots.forEach((Hash32 slot, Hash32 value) -> storage.put(slot.toHex(), value.toHex()));
            });
        }
        return json;
    }

    private static boolean on(JsonNode options, String name) {
        JsonNode value = options.path(name);
        return value.isBoolean() && value.booleanValue();
    }
}
