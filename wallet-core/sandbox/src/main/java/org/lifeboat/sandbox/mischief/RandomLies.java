package org.lifeboat.sandbox.mischief;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells one wrong value now and then, anywhere in an answer.
public final class RandomLies implements Mischief {
    private static final int THOUSAND = 1_000;

    private final int perThousand;
    private final Dice dice;

    /// @param perThousand of the answers that hold a lie
    public RandomLies(int perThousand, long seed) {
        this.perThousand = perThousand;
        this.dice = new Dice(seed);
    }

    /// A value, and how to put another one in its place.
    private record Place(JsonNode value, Consumer<JsonNode> put) {}

    @Override
    public JsonNode answer(String method, JsonNode honest) {
        RandomGenerator random = dice.of(method, honest);
        if (random.nextInt(THOUSAND) >= perThousand) {
            return honest;
        }
        ArrayNode holder = JsonNodeFactory.instance.arrayNode().add(honest.deepCopy());
        List<Place> places = new ArrayList<>();
        collect(holder, places);
        if (!places.isEmpty()) {
            Place place = places.get(random.nextInt(places.size()));
            place.put().accept(Altered.of(place.value(), random));
        }
        return holder.get(0);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> visit(object.path(name), other -> object.set(name, other), places));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                visit(array.get(i), other -> array.set(at, other), places);
            }
        }
    }

    private static void visit(JsonNode value, Consumer<JsonNode> put, List<Place> places) {
        if (value.isContainer()) {
            collect(value, places);
        } else {
            places.add(new Place(value, put));
        }
    }
}
