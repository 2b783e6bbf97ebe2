package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Wei;

/// What is to be said before something is begun, the same in the window and on the command line. Pure.
public sealed interface Forewarning {
    /// What is wanted.
    enum Wish {
        WITHDRAWAL,
        FORCED_WITHDRAWAL,
        FORCED_PAYMENT;

        boolean isForced() {
            return this != WITHDRAWAL;
        }
    }

    /// A chain that a source sees making blocks: what is forced through L1 could go the usual way.
    /// @param source whose word that is
    record Runs(String source, long block, Instant at) implements Forewarning {}

    /// What forcing a withdrawal costs in money and time, beside what waiting costs.
    /// @param effect until when the L2 has it, at the latest
    /// @param arrives when it can reach L1 at the earliest; empty where that could not be read
    /// @param cost on L1, of all steps; empty where that could not be read
    record ForcedWithdrawal(Instant effect, Optional<Instant> arrives, Optional<Wei> cost) implements Forewarning {}

    /// The same of a payment, which has one step.
    record ForcedPayment(Instant effect, Optional<Wei> cost) implements Forewarning {}

    /// L1 says nothing of the bridge.
    record Silent(String why) implements Forewarning {}

    /// The bridge counts roots that this program does not read.
    record Unreadable() implements Forewarning {}

    record Paused() implements Forewarning {}

    /// Whether the user is to be asked once more before it is begun.
    default boolean asks(Wish wish) {
        return this instanceof Paused && wish != Wish.FORCED_PAYMENT;
    }

    /// What was read beforehand.
    /// @param rhythm how often roots come; empty where that could not be read
    /// @param window until when the L2 has what L1 puts into it
    /// @param runs where a source sees the chain make blocks
    record Ground(Leaving leaving, Optional<RootRhythm> rhythm, Duration window, Optional<Runs> runs, Instant now) {}

    /// Everything, in the order in which it is to be said.
    /// @param cost on L1; empty where that could not be read
    static List<Forewarning> of(Wish wish, Ground ground, Optional<Wei> cost) {
        List<Forewarning> all = new ArrayList<>();
        if (wish.isForced()) {
            ground.runs().ifPresent(all::add);
            all.add(forced(wish, ground, cost));
        }
        ofBridge(ground.leaving()).ifPresent(all::add);
        return List.copyOf(all);
    }

    /// What forcing means.
    static Forewarning forced(Wish wish, Ground ground, Optional<Wei> cost) {
        Instant effect = ground.now().plus(ground.window());
        if (wish == Wish.FORCED_PAYMENT) {
            return new ForcedPayment(effect, cost);
        }
        Optional<Instant> arrives = ground.leaving() instanceof Leaving.Read read
                ? Ladder.of(read.bridge(), ground.rhythm(), ExitState.Way.THROUGH_L1, ground.now(), ground.window())
                        .getLast()
                        .from()
                : Optional.empty();
        return new ForcedWithdrawal(effect, arrives, cost);
    }

    /// What L1 says against it, or that it says nothing.
    static Optional<Forewarning> ofBridge(Leaving leaving) {
        return switch (leaving) {
            case Leaving.Silent(String why) -> Optional.of(new Silent(why));
            case Leaving.Read read ->
                !read.bridge().readable()
                        ? Optional.of(new Unreadable())
                        : read.bridge().paused() ? Optional.of(new Paused()) : Optional.empty();
        };
    }
}
