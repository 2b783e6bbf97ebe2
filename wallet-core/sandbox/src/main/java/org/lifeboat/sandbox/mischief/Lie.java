package org.lifeboat.sandbox.mischief;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells another value for a field, wherever it stands in an answer; or for the whole answer of a method.
public final class Lie implements Mischief {
    private final String about;
    private final RandomGenerator random;

    /// @param about a member's name such as `balance`, or a method's such as `eth_getBalance`
    public Lie(String about, long seed) {
        this.about = about;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized JsonNode answer(String method, JsonNode honest) {
        JsonNode told = honest.deepCopy();
        return method.equals(about) ? every(told) : named(told);
    }

    /// Changes the members with the name.
    private JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().stream().toList()) {
                JsonNode member = object.path(name);
                object.set(name, name.equals(about) ? every(member) : named(member));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, named(array.get(i)));
            }
        }
        return node;
    }

    /// Changes all values below.
    private JsonNode every(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(name -> object.set(name, every(object.path(name))));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, every(array.get(i)));
            }
            return array;
        }
        return Altered.of(node, random);
    }
}
