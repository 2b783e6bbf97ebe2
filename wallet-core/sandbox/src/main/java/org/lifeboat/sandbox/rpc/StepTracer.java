package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.rules.InstructionNames;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.trace.StepLog;
import org.lifeboat.sandbox.trace.TraceRoom;
import org.lifeboat.sandbox.trace.TracedStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// geth's tracer of instructions, without memory and refunds.
record StepTracer(StepLog log, JsonNode options) implements Tracer {
    /// @param limit how many instructions are shown; 0: all
    static StepTracer of(JsonNode options, long limit, TraceRoom room, int index) {
        if (Tracer.on(options, "enableMemory")) {
            throw Tracer.refused(index, "memory is not traced");
        }
        return new StepTracer(new StepLog(limit == 0 ? Long.MAX_VALUE : limit, room), options);
    }

    @Override
    public Listener listener() {
        return log;
    }

    @Override
    public JsonNode result(ExecutedTransaction done) {
        if (log.isTooLong()) {
            throw RpcFault.of(RpcFault.TOO_LARGE, "response too large");
        }
        Outcome outcome = log.outcome().orElseGet(() -> new Outcome.Halt(HaltReason.OUT_OF_GAS));
        ObjectNode json = Shown.object();
        json.put("gas", done.gasUsed().amount());
        json.put("failed", !(outcome instanceof Outcome.Success));
        Bytes output = switch (outcome) {
            case Outcome.Success(Bytes given) -> given;
            case Outcome.Revert(Bytes given) -> given;
            case Outcome.Halt _ -> Bytes.EMPTY;
        };
        json.put("returnValue", output.toHex());
        ArrayNode list = json.putArray("structLogs");
        log.steps().forEach(step -> list.add(step(step)));
        return json;
    }

    private ObjectNode step(TracedStep traced) {
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
        if (!Tracer.on(options, "disableStack")) {
            ArrayNode stack = json.putArray("stack");
            step.stack().forEach(word -> stack.add(Shown.quantity(new BigInteger(1, word.toArray()))));
        }
        if (!Tracer.on(options, "disableStorage")) {
            traced.storage().ifPresent(slots -> {
                ObjectNode storage = json.putObject("storage");
                slots.forEach((Hash32 slot, Hash32 value) -> storage.put(slot.toHex(), value.toHex()));
            });
        }
        if (Tracer.on(options, "enableReturnData") && !traced.returned().isEmpty()) {
            json.put("returnData", traced.returned().toHex());
        }
        return json;
    }
}
