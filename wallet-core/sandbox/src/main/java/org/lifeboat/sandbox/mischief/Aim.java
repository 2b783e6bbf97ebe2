package org.lifeboat.sandbox.mischief;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Which answers are touched: those of one method or of all, always or now and then. Seeded.
public final class Aim {
    private static final int THOUSAND = 1_000;

    private final Optional<String> method;
    private final int perThousand;
    private final Dice dice;

    /// @param method empty: any
    /// @param perThousand of the answers
    public Aim(Optional<String> method, int perThousand, long seed) {
        this.method = method;
        this.perThousand = perThousand;
        this.dice = new Dice(seed);
    }

    boolean hits(String asked, JsonNode honest) {
        if (method.filter(one -> !one.equals(asked)).isPresent()) {
            return false;
        }
        RandomGenerator random = dice.of(asked, honest);
        return random.nextInt(THOUSAND) < perThousand;
    }
}
