package org.lifeboat.sandbox.simulation;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Puts wished blocks in their places, with empty ones where numbers were left out.
final class Timeline {
    /// Source: geth, internal/ethapi/simulate.go, `maxSimulateBlocks`.
    private static final long MOST_BLOCKS = 256;

    /// Source: geth, `timestampIncrement`. Unit: seconds.
    private static final long STEP = 12;

    private Timeline() {}

    sealed interface Laid {
        /// Each with its number and time.
        record Out(List<BlockWish> blocks) implements Laid {}

        record Impossible(Refusal why) implements Laid {}
    }

    static Laid of(SealedBlock base, List<BlockWish> wishes) {
        List<BlockWish> laid = new ArrayList<>();
        long number = base.number();
        long time = base.header().unixSeconds();
        for (BlockWish wish : wishes) {
            long its = wish.figures().number().orElse(number + 1);
            if (its <= number) {
                return new Laid.Impossible(new Refusal.NumbersOutOfOrder(its, number));
            }
            if (its - base.number() > MOST_BLOCKS) {
                return new Laid.Impossible(new Refusal.TooManyBlocks());
            }
            while (++number < its) {
                time += STEP;
                laid.add(BlockWish.empty().at(number, time));
            }
            long when = wish.figures().unixSeconds().orElse(time + STEP);
            if (when <= time) {
                return new Laid.Impossible(new Refusal.TimesOutOfOrder(when, time));
            }
            time = when;
            laid.add(wish.at(number, time));
        }
        return new Laid.Out(laid);
    }
}
