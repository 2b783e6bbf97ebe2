package org.lifeboat.conformance.sandbox;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Whether an answer has the form of another: the same members, of the same kinds, all the way down. What
/// names a member of its own, such as an address or a nonce, is a key: there may be others, and each has the
/// form of one of those.
final class Form {
    /// What a node leaves out that does not delete. Source: execution-apis, `eth_capabilities`.
    private static final Set<String> OPTIONAL = Set.of("deleteStrategy");

    private Form() {}

    /// @return where the two differ first; empty: nowhere
    static Optional<String> difference(JsonNode expected, JsonNode told) {
        return difference("result", expected, told);
    }

    private static Optional<String> difference(String place, JsonNode expected, JsonNode told) {
        if (expected.isObject() && told.isObject()) {
            return ofObjects(place, expected, told);
        }
        if (expected.isArray() && told.isArray()) {
            return ofAll(place, expected, told);
        }
        if (expected.isString() && told.isString()) {
            return written(expected) == written(told)
                    ? Optional.empty()
                    : Optional.of(place + ": expected the like of " + expected + " but was " + told);
        }
        return expected.getNodeType() == told.getNodeType()
                ? Optional.empty()
                : Optional.of(place + ": expected " + expected.getNodeType() + " but was " + told);
    }

    private static Optional<String> ofObjects(String place, JsonNode expected, JsonNode told) {
        if (isMap(expected) || isMap(told)) {
            return ofAll(place, expected, told);
        }
        Set<String> wanted = new TreeSet<>(expected.propertyNames());
        Set<String> given = new TreeSet<>(told.propertyNames());
        given.addAll(OPTIONAL.stream().filter(wanted::contains).toList());
        if (!wanted.equals(given)) {
            return Optional.of(place + ": expected the members " + wanted + " but were " + given);
        }
        return wanted.stream()
                .filter(told::has)
                .flatMap(name -> difference(place + "." + name, expected.path(name), told.path(name)).stream())
                .findFirst();
    }

    /// Each has the form of one of those that were expected, whichever.
    private static Optional<String> ofAll(String place, JsonNode models, JsonNode told) {
        for (JsonNode each : told) {
            Optional<String> first = Optional.empty();
            boolean fits = models.isEmpty();
            for (JsonNode model : models) {
                Optional<String> difference = difference(place + "[]", model, each);
                fits |= difference.isEmpty();
                first = first.or(() -> difference);
            }
            if (!fits) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static boolean isMap(JsonNode object) {
        return object.propertyNames().stream().anyMatch(name -> Character.isDigit(name.charAt(0)));
    }

    /// Quantities and bytes begin so.
    private static boolean written(JsonNode text) {
        return text.stringValue().startsWith("0x");
    }
}
