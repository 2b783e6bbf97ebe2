package org.lifeboat.sandbox.mischief;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Answers with an error.
/// @param code as JSON-RPC has them
public record Deny(Aim aim, int code) implements Mischief {
    @Override
    public JsonNode answer(String method, JsonNode honest) {
        return honest;
    }

    @Override
    public Optional<Denial> denies(String method, JsonNode honest) {
        return aim.hits(method, honest)
                ? Optional.of(new Denial(code, "the method " + method + " does not exist/is not available"))
                : Optional.empty();
    }
}
