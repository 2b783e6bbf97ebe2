package org.lifeboat.sandbox.mischief;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Answers the truth, late.
public record Delay(Duration by) implements Mischief {
    @Override
    public JsonNode answer(String method, JsonNode honest) {
        try {
            Thread.sleep(by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The door is being closed: the answer is given at once.
        }
        return honest;
    }
}
