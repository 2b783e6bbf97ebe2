package org.lifeboat.sandbox.rpc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.Conduct;
import org.lifeboat.sandbox.rollup.Role;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.Faults;
import org.lifeboat.sandbox.world.PlayWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// What only a rollup of the sandbox can do: money through its bridge, and orders to those who work for it.
final class RollupMethods {
    /// A year. Unit: seconds.
    private static final long LATEST = 31_557_600L;

    private final Rollup rollup;
    private final Faucet faucet;

    RollupMethods(Rollup rollup, Faucet faucet) {
        this.rollup = rollup;
        this.faucet = faucet;
    }

    Map<String, Method> all() {
        return Map.of(
                "sandbox_rollup", _ -> facts(),
                "sandbox_faucet", this::coins,
                "sandbox_actors", _ -> actors(),
                "sandbox_tell", this::tell,
                "sandbox_faults", _ -> faults(),
                "sandbox_pauseBridge", this::pause,
                "sandbox_writeBatchesTo", this::writeBatchesTo,
                "sandbox_changePortal",
                        _ -> Shown.text(rollup.guardian().changePortal().toHex()),
                "sandbox_time", _ -> time());
    }

    private JsonNode writeBatchesTo(Params params) {
        String named = params.required(0, Params::text);
        rollup.writeBatchesTo(Arrays.stream(BatchPlace.values())
                .filter(place -> place.name().toLowerCase(Locale.ROOT).equals(named))
                .findFirst()
                .orElseThrow(() -> RpcFault.of(RpcFault.INVALID_PARAMETERS, "calldata, blobs or both")));
        return BooleanNode.TRUE;
    }

    /// `true` stops it.
    private JsonNode pause(Params params) {
        return Shown.text(rollup.guardian()
                .pause(params.optional(0, Params::flag).orElse(true))
                .toHex());
    }

    private JsonNode faults() {
        ArrayNode list = Shown.list();
        for (Faults.Fault fault : rollup.faults().all()) {
            ObjectNode json = list.addObject();
            json.put("who", fault.who());
            json.put("what", fault.what());
            json.put("time", Shown.quantity(fault.unixSeconds()));
        }
        return list;
    }

    private JsonNode time() {
        return Shown.text(
                Shown.quantity(rollup.node().history().newest().header().unixSeconds()));
    }

    private JsonNode facts() {
        RollupPlan plan = rollup.plan();
        ObjectNode json = Shown.object();
        json.put("name", plan.name());
        json.put("chainId", Shown.quantity(plan.chain().value()));
        json.put("portal", plan.portal().toHex());
        json.put("disputeGameFactory", plan.factory().toHex());
        json.put("anchorStateRegistry", plan.registry().toHex());
        json.put("systemConfig", plan.systemConfig().toHex());
        json.put("batchInbox", plan.batchInbox().toHex());
        json.put("sequencingWindow", Shown.quantity(plan.sequencingWindow()));
        return json;
    }

    /// Through L1, as all money comes in: it is there a few seconds later.
    private JsonNode coins(Params params) {
        Address to = params.required(0, Params::address);
        Wei amount = params.optional(1, Params::quantity).map(Wei::new).orElse(PlayWorld.ether(10));
        SandboxMethods.requireModest(amount.value());
        return Shown.text(faucet.bridgeCoins(rollup.plan().portal(), to, amount).toHex());
    }

    private JsonNode actors() {
        ObjectNode json = Shown.object();
        for (Role role : Role.values()) {
            json.put(
                    role.said(),
                    switch (rollup.conduct(role)) {
                        case Conduct.Honest _ -> "honest";
                        case Conduct.Stopped _ -> "stopped";
                        case Conduct.Censoring _ -> "censoring";
                        case Conduct.FalseRoots _ -> "falseRoots";
                        case Conduct.Equivocating _ -> "equivocating";
                        case Conduct.Late _ -> "late";
                    });
        }
        return json;
    }

    private JsonNode tell(Params params) {
        Role role = params.required(0, value -> role(Params.text(value)));
        Conduct conduct = params.required(1, RollupMethods::conduct);
        boolean fits = switch (conduct) {
            case Conduct.Honest _, Conduct.Stopped _, Conduct.Late _ -> role != Role.GUARDIAN;
            case Conduct.Censoring _, Conduct.Equivocating _ -> role == Role.SEQUENCER;
            case Conduct.FalseRoots _ -> role == Role.PROPOSER;
        };
        if (!fits) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, role.said() + " cannot behave like that");
        }
        rollup.tell(role, conduct);
        return BooleanNode.TRUE;
    }

    private static Role role(String said) {
        return Arrays.stream(Role.values())
                .filter(role -> role.said().equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody works as " + said));
    }

    private static Conduct conduct(JsonNode value) {
        JsonNode object = Params.object(value);
        String kind = Params.member(object, "kind", Params::text).orElse("");
        return switch (kind) {
            case "honest" -> new Conduct.Honest();
            case "stop" -> new Conduct.Stopped();
            case "censor" -> new Conduct.Censoring(Set.copyOf(Params.items(object.path("accounts"), Params::address)));
            case "falseRoots" -> new Conduct.FalseRoots();
            case "equivocate" -> new Conduct.Equivocating();
            case "late" ->
                new Conduct.Late(Params.member(object, "seconds", Params::plainNumber)
                        .filter(seconds -> seconds <= LATEST)
                        .orElseThrow(() -> new IllegalArgumentException("seconds: 0 to " + LATEST)));
            default ->
                throw new IllegalArgumentException("kind is honest, stop, censor, falseRoots, equivocate or late");
        };
    }
}
