package org.lifeboat.sandbox.rpc;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.sandbox.mischief.Aim;
import org.lifeboat.sandbox.mischief.Delay;
import org.lifeboat.sandbox.mischief.Deny;
import org.lifeboat.sandbox.mischief.Hide;
import org.lifeboat.sandbox.mischief.Lie;
import org.lifeboat.sandbox.mischief.Mischief;
import org.lifeboat.sandbox.mischief.RandomLies;
import org.lifeboat.sandbox.world.FeeSpike;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// Switches by which the node misbehaves. What is asked of the sandbox itself (`sandbox_`) is always answered
/// honestly and at once.
final class MischiefMethods {
    static final String OWN = "sandbox_";

    /// Longer than any program waits. Unit: milliseconds.
    private static final long LONGEST_DELAY = 600_000;

    private static final long THOUSAND = 1_000;

    /// Source: JSON-RPC 2.0, section 5.1; EIP-1474: errors are between these two.
    private static final long LEAST_CODE = 32_000;

    private static final long MOST_CODE = 32_768;

    private final Optional<FeeSpike> spike;
    private final Optional<BeaconFace> beacon;
    private final List<Mischief> ways = new CopyOnWriteArrayList<>();

    /// @param spike empty where gas cannot be made dear
    /// @param beacon empty where no beacon node can be told to lie
    MischiefMethods(Optional<FeeSpike> spike, Optional<BeaconFace> beacon) {
        this.spike = spike;
        this.beacon = beacon;
    }

    Map<String, Method> all() {
        Map<String, Method> methods = new HashMap<>();
        methods.put("sandbox_misbehave", this::misbehave);
        methods.put("sandbox_behave", _ -> behave());
        spike.ifPresent(known -> methods.put("sandbox_raiseBaseFee", params -> raise(params, known)));
        beacon.ifPresent(known -> methods.put("sandbox_beacon", params -> trick(params, known)));
        return methods;
    }

    private static JsonNode trick(Params params, BeaconFace beacon) {
        String name = params.required(0, Params::text);
        Trick trick = Arrays.stream(Trick.values())
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow(() -> RpcFault.of(
                        RpcFault.INVALID_PARAMETERS,
                        "one of " + Arrays.stream(Trick.values()).map(Trick::id).toList()));
        beacon.play(trick);
        return BooleanNode.TRUE;
    }

    /// What is answered to `method` instead of the truth.
    JsonNode told(String method, JsonNode honest) {
        JsonNode answer = honest;
        if (!method.startsWith(OWN)) {
            for (Mischief way : ways) {
                way.denies(method, answer).ifPresent(denial -> {
                    throw RpcFault.of(denial.code(), denial.message());
                });
                answer = way.answer(method, answer);
            }
        }
        return answer;
    }

    private JsonNode misbehave(Params params) {
        ways.add(params.required(0, MischiefMethods::read));
        return BooleanNode.TRUE;
    }

    private static Mischief read(JsonNode value) {
        JsonNode object = Params.object(value);
        String kind = Params.member(object, "kind", Params::text).orElse("");
        long seed = Params.member(object, "seed", Params::plainNumber).orElse(0L);
        return switch (kind) {
            case "lie" ->
                new Lie(
                        Params.member(object, "about", Params::text)
                                .orElseThrow(() -> new IllegalArgumentException("about what?")),
                        seed);
            case "random" -> new RandomLies((int) number(object, "perThousand", THOUSAND), seed);
            case "hide" -> new Hide(aim(object, seed));
            case "deny" -> new Deny(aim(object, seed), code(object));
            case "delay" -> new Delay(Duration.ofMillis(number(object, "milliseconds", LONGEST_DELAY)));
            default -> throw new IllegalArgumentException("kind is lie, random, hide, deny or delay");
        };
    }

    private static Aim aim(JsonNode object, long seed) {
        int perThousand = object.has("perThousand") ? (int) number(object, "perThousand", THOUSAND) : (int) THOUSAND;
        return new Aim(Params.member(object, "about", Params::text), perThousand, seed);
    }

    private static int code(JsonNode object) {
        if (!object.has("code")) {
            return RpcFault.NO_METHOD;
        }
        JsonNode code = object.path("code");
        if (!code.isIntegralNumber() || -code.longValue() < LEAST_CODE || -code.longValue() > MOST_CODE) {
            throw new IllegalArgumentException("code: -" + MOST_CODE + " to -" + LEAST_CODE);
        }
        return code.intValue();
    }

    private static long number(JsonNode object, String name, long most) {
        return Params.member(object, name, Params::plainNumber)
                .filter(number -> number <= most)
                .orElseThrow(() -> new IllegalArgumentException(name + ": 0 to " + most));
    }

    private JsonNode behave() {
        ways.clear();
        beacon.ifPresent(face -> face.play(Trick.HONEST));
        return BooleanNode.TRUE;
    }

    private static JsonNode raise(Params params, FeeSpike spike) {
        Wei wanted = new Wei(params.required(0, Params::quantity));
        if (wanted.compareTo(FeeSpike.HIGHEST) > 0) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "at most " + FeeSpike.HIGHEST.value());
        }
        return Shown.text(Shown.quantity(spike.raiseTo(wanted)));
    }
}
