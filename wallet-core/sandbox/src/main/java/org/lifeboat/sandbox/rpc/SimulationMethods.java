package org.lifeboat.sandbox.rpc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.Supposition;
import org.lifeboat.sandbox.simulation.BlockWish;
import org.lifeboat.sandbox.simulation.CallWish;
import org.lifeboat.sandbox.simulation.SimulatedBlock;
import org.lifeboat.sandbox.simulation.Simulation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What whole blocks would do: `eth_simulateV1` (execution-apis, src/eth/execute.yaml).
final class SimulationMethods {
    /// Source: geth, internal/ethapi/simulate.go, `maxSimulateBlocks`, `maxSimulateTotalCalls`.
    private static final int MOST_BLOCKS = 256;

    private static final int MOST_CALLS = 10_000;

    /// Source: geth, internal/ethapi/errors.go, `errCodeVMError`.
    private static final int FAILED = -32_015;

    private static final String MOVED = "movePrecompileToAddress";
    private static final String BEACON_ROOT = "beaconRoot";
    private static final Set<String> WISH = Set.of("blockOverrides", "stateOverrides", "calls");
    private static final Set<String> PAYLOAD =
            Set.of("blockStateCalls", "traceTransfers", "validation", "returnFullTransactions");
    private static final Set<String> ACCOUNT = with(Suppositions.ACCOUNT, MOVED);
    private static final Set<String> BLOCK = Set.of(
            "number", "time", "gasLimit", "feeRecipient", "prevRandao", "baseFeePerGas", "blobBaseFee", BEACON_ROOT);

    private final ChainNode node;
    private final Blocks blocks;

    SimulationMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of("eth_simulateV1", this::simulate);
    }

    private JsonNode simulate(Params params) {
        JsonNode payload = params.required(0, value -> Suppositions.known(value, PAYLOAD));
        List<BlockWish> wishes = params.required(0, SimulationMethods::wishes);
        boolean strict = params.required(0, value -> flag(value, "validation"));
        boolean showsEther = params.required(0, value -> flag(value, "traceTransfers"));
        if (wishes.isEmpty()) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "empty input");
        }
        if (wishes.size() > MOST_BLOCKS
                || wishes.stream().mapToInt(wish -> wish.calls().size()).sum() > MOST_CALLS) {
            throw RpcFault.of(RpcFault.CLIENT_LIMIT_EXCEEDED, "too many blocks");
        }
        SealedBlock base = blocks.of(params, 1);
        boolean whole = flag(payload, "returnFullTransactions");
        return switch (node.simulation().run(base, wishes, new Simulation.Manner(strict, showsEther))) {
            case Simulation.Result.Refused(var why) -> throw SimulationFaults.of(why);
            case Simulation.Result.Done(List<SimulatedBlock> made) -> {
                ArrayNode list = Shown.list();
                made.forEach(block -> list.add(write(block, whole)));
                yield list;
            }
        };
    }

    // ---- what is asked

    private static boolean flag(JsonNode object, String name) {
        return Params.member(object, name, Params::flag).orElse(false);
    }

    private static List<BlockWish> wishes(JsonNode payload) {
        return Params.member(payload, "blockStateCalls", list -> Params.items(list, SimulationMethods::wish))
                .orElse(List.of());
    }

    private static BlockWish wish(JsonNode value) {
        JsonNode wish = Suppositions.known(value, WISH);
        Optional<JsonNode> block = Params.member(wish, "blockOverrides", Params::object);
        return new BlockWish(
                block.map(each -> Suppositions.block(each, BLOCK)).orElse(Supposition.NONE.block()),
                block.flatMap(each -> Params.member(each, BEACON_ROOT, Params::word)),
                Params.member(wish, "stateOverrides", each -> Suppositions.accounts(each, ACCOUNT))
                        .orElse(Map.of()),
                Params.member(wish, "stateOverrides", SimulationMethods::moves).orElse(Map.of()),
                Params.member(wish, "calls", list -> Params.items(list, SimulationMethods::call))
                        .orElse(List.of()));
    }

    private static Map<Address, Address> moves(JsonNode accounts) {
        Map<Address, Address> moves = new HashMap<>();
        accounts.properties()
                .forEach(entry -> Params.member(entry.getValue(), MOVED, Params::address)
                        .ifPresent(to -> moves.put(Address.fromHex(entry.getKey()), to)));
        return moves;
    }

    private static CallWish call(JsonNode value) {
        JsonNode call = Params.object(value);
        CallMethods.onePrice(call);
        if (call.hasNonNull("authorizationList")) {
            throw new IllegalArgumentException("authorizationList cannot be simulated here");
        }
        Optional<Long> nonce = Params.member(call, "nonce", (Function<JsonNode, Long>) Params::number);
        return new CallWish(
                Params.member(call, "from", Params::address).orElse(Address.ZERO),
                Params.member(call, "to", Params::address),
                nonce.map(OptionalLong::of).orElse(OptionalLong.empty()),
                Params.member(call, "gas", Params::number).map(Gas::new),
                Params.member(call, "gasPrice", CallMethods::wei),
                Params.member(call, "maxFeePerGas", CallMethods::wei).orElse(Wei.ZERO),
                Params.member(call, "maxPriorityFeePerGas", CallMethods::wei).orElse(Wei.ZERO),
                Params.member(call, "value", CallMethods::wei).orElse(Wei.ZERO),
                CallMethods.input(call),
                Params.member(call, "accessList", CallMethods::accessEntries).orElse(List.of()),
                CallMethods.blobs(call));
    }

    private static Set<String> with(Set<String> names, String another) {
        Set<String> all = new HashSet<>(names);
        all.add(another);
        return Set.copyOf(all);
    }

    // ---- what is answered

    private static ObjectNode write(SimulatedBlock simulated, boolean whole) {
        SealedBlock block = simulated.block();
        ObjectNode json = BlockJson.write(block, whole);
        ArrayNode calls = json.putArray("calls");
        for (int i = 0; i < simulated.calls().size(); i++) {
            calls.add(call(block, block.transactions().get(i), simulated.calls().get(i)));
        }
        return json;
    }

    private static ObjectNode call(SealedBlock block, ExecutedTransaction each, SimulatedBlock.CallEnd end) {
        ObjectNode json = Shown.object();
        Bytes output = switch (end.outcome()) {
            case Outcome.Success(Bytes given) -> given;
            case Outcome.Revert(Bytes given) -> given;
            case Outcome.Halt _ -> Bytes.EMPTY;
        };
        // Source: geth, internal/ethapi/simulate.go: what is returned of a failed call stands in its error.
        boolean succeeded = end.outcome() instanceof Outcome.Success;
        json.put("returnData", succeeded ? output.toHex() : "0x");
        ArrayNode logs = json.putArray("logs");
        for (int i = 0; i < end.logs().size(); i++) {
            logs.add(ReceiptJson.log(block, each, end.logs().get(i), end.firstLog() + i));
        }
        json.put("gasUsed", Shown.quantity(end.gasUsed()));
        json.put("maxUsedGas", Shown.quantity(end.mostGasUsed()));
        json.put("status", Shown.quantity(succeeded ? 1 : 0));
        switch (end.outcome()) {
            case Outcome.Success _ -> {}
            case Outcome.Revert _ ->
                error(json, RpcFault.REVERTED, Sentences.revert(output)).put("data", output.toHex());
            case Outcome.Halt(var reason) -> error(json, FAILED, Sentences.of(reason));
        }
        return json;
    }

    private static ObjectNode error(ObjectNode json, int code, String words) {
        return json.putObject("error").put("code", code).put("message", words);
    }
}
