package org.lifeboat.sandbox.rpc;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.mischief.Delay;
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

    private final Optional<FeeSpike> spike;
    private final List<Mischief> ways = new CopyOnWriteArrayList<>();

    /// @param spike empty where gas cannot be made dear
    MischiefMethods(Optional<FeeSpike> spike) {
        this.spike = spike;
    }

    Map<String, Method> all() {
        Map<String, Method> methods = new HashMap<>();
        methods.put("sandbox_misbehave", this::misbehave);
        methods.put("sandbox_behave", _ -> behave());
        spike.ifPresent(known -> methods.put("sandbox_raiseBaseFee", params -> raise(params, known)));
        return methods;
    }

    /// What is answered to `method` instead of the truth.
    JsonNode told(String method, JsonNode honest) {
        JsonNode answer = honest;
        if (!method.startsWith(OWN)) {
            for (Mischief way : ways) {
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
            case "delay" -> new Delay(Duration.ofMillis(number(object, "milliseconds", LONGEST_DELAY)));
            default -> throw new IllegalArgumentException("kind is lie, random or delay");
        };
    }

    private static long number(JsonNode object, String name, long most) {
        return Params.member(object, name, Params::plainNumber)
                .filter(number -> number <= most)
                .orElseThrow(() -> new IllegalArgumentException(name + ": 0 to " + most));
    }

    private JsonNode behave() {
        ways.clear();
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
