package org.lifeboat.sandbox.rpc;

import org.lifeboat.evm.trace.Listener;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.trace.TraceRoom;
import tools.jackson.databind.JsonNode;

/// Watches one transaction, and then says what happened in it.
sealed interface Tracer permits CallTracer, StepTracer {
    Listener listener();

    /// After the transaction ran.
    JsonNode result(ExecutedTransaction done);

    /// The one that the parameter at `index` names (geth, eth/tracers/api.go, `TraceConfig`).
    /// @param room for all that is traced for one answer
    static Tracer of(Params params, int index, TraceRoom room) {
        JsonNode options = params.optional(index, Params::object).orElseGet(Shown::object);
        String name = params.optional(index, each -> Params.member(each, "tracer", Params::text))
                .flatMap(each -> each)
                .orElse("");
        long limit = params.optional(index, each -> Params.member(each, "limit", Params::plainNumber))
                .flatMap(each -> each)
                .orElse(0L);
        return switch (name) {
            case "" -> StepTracer.of(options, limit, room, index);
            case "callTracer" -> CallTracer.of(options.path("tracerConfig"), index);
            default -> throw RpcFault.server("tracer not found: " + name);
        };
    }

    static boolean on(JsonNode options, String name) {
        JsonNode value = options.path(name);
        return value.isBoolean() && value.booleanValue();
    }

    static RpcFault refused(int index, String words) {
        return RpcFault.of(RpcFault.INVALID_PARAMETERS, "invalid argument " + index + ": " + words);
    }
}
