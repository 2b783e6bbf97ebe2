package org.lifeboat.sandbox.rpc;

import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// geth's `callTracer`, without logs.
record CallTracer(CallTree tree, boolean withInner) implements Tracer {
    /// Of a deposit that could not even begin. Source: geth, eth/tracers/native/call.go, `GetResult`.
    private static final String NEVER_BEGAN = "incorrect number of top-level calls";

    static CallTracer of(JsonNode options, int index) {
        if (Tracer.on(options, "withLog")) {
            throw Tracer.refused(index, "logs are not traced");
        }
        return new CallTracer(new CallTree(), !Tracer.on(options, "onlyTopCall"));
    }

    @Override
    public Listener listener() {
        return tree;
    }

    @Override
    public JsonNode result(ExecutedTransaction done) {
        CallTree.Call top = tree.root().orElseThrow(() -> RpcFault.server(NEVER_BEGAN));
        ObjectNode root = call(top, withInner);
        // The whole transaction's figures: it pays for more than its call.
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
}
