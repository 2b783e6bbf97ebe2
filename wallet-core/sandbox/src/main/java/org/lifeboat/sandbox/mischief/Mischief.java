package org.lifeboat.sandbox.mischief;

import tools.jackson.databind.JsonNode;

/// One way in which a server misbehaves. Safe for many threads.
@FunctionalInterface
public interface Mischief {
    /// @param method of the question
    /// @param honest what a good server would answer; must not be changed
    /// @return what this one answers
    JsonNode answer(String method, JsonNode honest);
}
