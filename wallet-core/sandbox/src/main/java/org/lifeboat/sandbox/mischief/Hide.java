package org.lifeboat.sandbox.mischief;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Says that there is nothing: an empty list where there is one, else null.
public record Hide(Aim aim) implements Mischief {
    @Override
    public JsonNode answer(String method, JsonNode honest) {
        if (!aim.hits(method, honest)) {
            return honest;
        }
        return honest.isArray() ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.nullNode();
    }
}
