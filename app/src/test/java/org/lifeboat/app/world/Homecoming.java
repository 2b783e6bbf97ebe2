package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/// Something that is brought to its end in a world where everybody behaves, step by step as the wallet offers them.
interface Homecoming {
    /// The contest over a root takes so long at most.
    Duration LONGEST = Duration.ofHours(85);

    /// Seven days and a half for each root that turned out false, and the steps between.
    int MOST_TURNS = 60;

    /// Unit: blocks of L1.
    int BETWEEN = 3;

    int LONG_BETWEEN = 12;

    /// Does what there is to do now.
    /// @return for how long nothing is to be done about it
    Duration turn() throws InterruptedException;

    boolean isOver();

    /// Brings them all to their ends at once, so that they wait through the same days: each span that is skipped
    /// leaves the L2 behind.
    /// @param between is run before each turn
    static void bringAll(WorldWallet wallet, List<Homecoming> all, Runnable between) throws InterruptedException {
        List<Homecoming> left = all;
        boolean skipped = false;
        for (int turn = 0; turn < MOST_TURNS && !left.isEmpty(); turn++) {
            Duration idle = LONGEST;
            between.run();
            wallet.handOverLost();
            for (Homecoming one : left) {
                Duration own = one.turn();
                idle = own.compareTo(idle) < 0 ? own : idle;
            }
            left = left.stream().filter(one -> !one.isOver()).toList();
            if (!left.isEmpty() && idle.isPositive()) {
                wallet.skip(idle);
                skipped = true;
            }
            // Where many blocks of L1 came in a few seconds, as gas became dear, the L2 takes its time to follow.
            wallet.blocks(skipped ? BETWEEN : LONG_BETWEEN);
        }
        assertThat(left).as("without an end").isEmpty();
    }
}
