package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Worlds that misbehave at random end without lost money and without a false label. A few of them run in
/// every build; `mvn -Psimulation -pl app -am test -Dworlds=1000 -Dseed=1` runs as many from that seed on.
class SeededWorldsTest {
    private static final int IN_EVERY_BUILD = 2;
    private static final int ACTS = 28;

    @Test
    void whateverHappens_noMoneyIsLost_andNoLabelIsFalse() throws IOException, InterruptedException {
        long first = Long.getLong("lifeboat.seed", 1);
        int worlds = Integer.getInteger("lifeboat.worlds", IN_EVERY_BUILD);
        List<String> failures = new ArrayList<>();
        for (long seed = first; seed < first + worlds; seed++) {
            try (SeededWorld world = new SeededWorld(seed)) {
                try {
                    world.play(ACTS);
                    world.end();
                } catch (AssertionError | RuntimeException e) {
                    failures.add("seed " + seed + ": " + e + "\n" + String.join("\n", world.story()));
                    System.out.println("FAILED " + failures.getLast());
                }
            }
            if (worlds > IN_EVERY_BUILD) { // an hour and more: what was found is known though it be broken off
                System.out.println("seed " + seed + ", " + failures.size() + " failed");
            }
        }
        if (!failures.isEmpty()) {
            fail(failures.size() + " of " + worlds + " worlds went wrong\n" + String.join("\n\n", failures));
        }
    }
}
