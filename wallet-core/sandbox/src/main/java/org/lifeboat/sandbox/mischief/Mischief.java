package org.lifeboat.sandbox.mischief;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One way in which a server misbehaves. Safe for many threads.
@FunctionalInterface
public interface Mischief {
    /// @param method of the question
    /// @param honest what a good server would answer; must not be changed
    /// @return what this one answers
    JsonNode answer(String method, JsonNode honest);

    /// With which error this one answers instead; empty where it does not.
    default Optional<Denial> denies(String method, JsonNode honest) {
        return Optional.empty();
    }

    /// An error of JSON-RPC.
    record Denial(int code, String message) {}
}
