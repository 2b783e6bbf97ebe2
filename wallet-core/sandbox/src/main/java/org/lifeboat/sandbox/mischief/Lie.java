package org.lifeboat.sandbox.mischief;

import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells another value for a field, wherever it stands in an answer; or for the whole answer of a method.
public final class Lie implements Mischief {
    private final String about;
    private final Dice dice;

    /// @param about a member's name such as `balance`, or a method's such as `eth_getBalance`
    public Lie(String about, long seed) {
        this.about = about;
        this.dice = new Dice(seed);
    }

    @Override
    public JsonNode answer(String method, JsonNode honest) {
        RandomGenerator random = dice.of(method, honest);
        JsonNode told = honest.deepCopy();
        return method.equals(about) ? every(told, random) : named(told, random);
    }

    /// Changes the members with the name.
    private JsonNode named(JsonNode node, RandomGenerator random) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().stream().toList()) {
                JsonNode member = object.path(name);
                object.set(name, name.equals(about) ? every(member, random) : named(member, random));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, named(array.get(i), random));
            }
        }
        return node;
    }

    /// Changes all values below.
    private static JsonNode every(JsonNode node, RandomGenerator random) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, every(object.path(name), random)));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, every(array.get(i), random));
            }
            return array;
        }
        return Altered.of(node, random);
    }
}
