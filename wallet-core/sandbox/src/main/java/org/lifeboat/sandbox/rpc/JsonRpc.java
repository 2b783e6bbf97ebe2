package org.lifeboat.sandbox.rpc;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.FeeSpike;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON-RPC 2.0: a request's bytes to an answer's bytes. Knows nothing of HTTP. Safe for many threads.
public final class JsonRpc {
    /// Source: geth, node/defaults.go, `BatchRequestLimit`.
    private static final int MOST_CALLS = 1_000;

    /// Source: geth, node/defaults.go, `BatchResponseMaxSize`. Unit: characters.
    private static final int LONGEST_ANSWER = 25_000_000;

    private static final String SEND = "eth_sendRawTransaction";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Method> methods = new HashMap<>();
    private final MischiefMethods mischief;
    private final Runnable afterwards;

    private JsonRpc(
            ChainNode node,
            Optional<FeeSpike> spike,
            Optional<BeaconFace> beacon,
            LongSupplier clock,
            String version,
            Runnable afterwards) {
        this.mischief = new MischiefMethods(spike, beacon);
        this.afterwards = afterwards;
        methods.putAll(new ChainMethods(node, version).all());
        methods.putAll(new StateMethods(node).all());
        methods.putAll(new CallMethods(node).all());
        methods.putAll(new FillMethods(node).all());
        methods.putAll(new TransactionMethods(node).all());
        methods.putAll(new PoolMethods(node).all());
        methods.putAll(new FeeMethods(node).all());
        methods.putAll(new LogMethods(node).all());
        methods.putAll(new FilterMethods(node, clock).all());
        methods.putAll(new TraceMethods(node).all());
        methods.putAll(new SimulationMethods(node).all());
        methods.putAll(mischief.all());
    }

    /// An L1 that nothing hangs on.
    /// @param version what the program calls itself
    public JsonRpc(L1Node node, Faucet faucet, String version) {
        this(node, faucet, Optional.empty(), version, () -> {});
    }

    /// The L1.
    /// @param beacon its beacon node, which can be told to lie
    /// @param version what the program calls itself
    /// @param afterwards runs when something may have changed: others have their turn
    public JsonRpc(L1Node node, Faucet faucet, BeaconFace beacon, String version, Runnable afterwards) {
        this(node, faucet, Optional.of(beacon), version, afterwards);
    }

    private JsonRpc(L1Node node, Faucet faucet, Optional<BeaconFace> beacon, String version, Runnable afterwards) {
        this(node, Optional.of(new FeeSpike(node, faucet)), beacon, node.clock()::now, version, afterwards);
        methods.putAll(new ConfigMethods(node).all());
        methods.putAll(new BuildingMethods(node).all());
        methods.putAll(new SandboxMethods(node, faucet).all());
    }

    /// A rollup's L2.
    /// @param version what the program calls itself
    /// @param afterwards runs when something may have changed: others have their turn
    public JsonRpc(Rollup rollup, Faucet faucet, String version, Runnable afterwards) {
        this(rollup.shown(), Optional.empty(), Optional.empty(), rollup.clock(), version, afterwards);
        methods.putAll(new RollupMethods(rollup, faucet).all());
    }

    /// @return empty where nothing is to be answered: a notification, or a batch of them
    public Optional<byte[]> answer(byte[] request) {
        return read(request).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> read(byte[] request) {
        JsonNode parsed;
        try {
            parsed = JSON.readTree(request);
        } catch (JacksonException e) {
            return Optional.of(error(Shown.nothing(), RpcFault.of(RpcFault.PARSE, "parse error")));
        }
        if (parsed.isMissingNode()) {
            return Optional.of(error(Shown.nothing(), RpcFault.of(RpcFault.PARSE, "parse error")));
        }
        return parsed.isArray() ? batch(parsed) : one(parsed);
    }

    private Optional<String> batch(JsonNode calls) {
        if (calls.isEmpty()) {
            return Optional.of(error(Shown.nothing(), RpcFault.of(RpcFault.INVALID_REQUEST, "empty batch")));
        }
        if (calls.size() > MOST_CALLS) {
            return Optional.of(error(Shown.nothing(), RpcFault.of(RpcFault.INVALID_REQUEST, "batch too large")));
        }
        StringBuilder answers = new StringBuilder("[");
        for (JsonNode call : calls) {
            Optional<String> answer = answers.length() > LONGEST_ANSWER
                    ? Optional.of(error(id(call), RpcFault.of(RpcFault.TOO_LARGE, "response too large")))
                    : one(call);
            answer.ifPresent(
                    text -> answers.append(answers.length() > 1 ? "," : "").append(text));
        }
        return answers.length() == 1
                ? Optional.empty()
                : Optional.of(answers.append(']').toString());
    }

    private Optional<String> one(JsonNode call) {
        boolean sound = call.isObject()
                && call.path("jsonrpc").isString()
                && call.path("jsonrpc").stringValue().equals("2.0")
                && call.path("method").isString();
        if (!sound) {
            return Optional.of(error(id(call), RpcFault.of(RpcFault.INVALID_REQUEST, "invalid request")));
        }
        String answer = answer(call);
        return call.has("id") ? Optional.of(answer) : Optional.empty();
    }

    private String answer(JsonNode call) {
        try {
            ObjectNode json = head(id(call));
            json.set("result", result(call.path("method").stringValue(), call.path("params")));
            return JSON.writeValueAsString(json);
        } catch (RpcFault fault) {
            return error(id(call), fault);
        } catch (RuntimeException e) { // The outermost edge: a bug of ours is the caller's error, and no more.
            return error(
                    id(call),
                    RpcFault.of(
                            RpcFault.INTERNAL, "internal error: " + e.getClass().getSimpleName()));
        }
    }

    private JsonNode result(String name, JsonNode params) {
        @Nullable Method method = methods.get(name);
        if (method == null) {
            throw RpcFault.of(RpcFault.NO_METHOD, "the method " + name + " does not exist/is not available");
        }
        boolean none = params.isMissingNode() || params.isNull();
        if (!none && !params.isArray()) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "non-array args");
        }
        Arity.check(name, params);
        JsonNode honest = method.answer(new Params(none ? Shown.list() : params));
        if (name.startsWith(MischiefMethods.OWN) || name.equals(SEND)) {
            afterwards.run();
        }
        return mischief.told(name, honest);
    }

    private static JsonNode id(JsonNode call) {
        JsonNode id = call.path("id");
        return id.isString() || id.isNumber() ? id : Shown.nothing();
    }

    private static ObjectNode head(JsonNode id) {
        ObjectNode json = Shown.object();
        json.put("jsonrpc", "2.0");
        json.set("id", id);
        return json;
    }

    private static String error(JsonNode id, RpcFault fault) {
        ObjectNode json = head(id);
        ObjectNode error = json.putObject("error");
        error.put("code", fault.code());
        error.put("message", fault.words());
        fault.data().ifPresent(data -> error.put("data", data.toHex()));
        return JSON.writeValueAsString(json);
    }
}
