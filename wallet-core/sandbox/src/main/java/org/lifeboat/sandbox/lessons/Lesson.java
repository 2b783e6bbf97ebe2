package org.lifeboat.sandbox.lessons;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.sandbox.node.L1Node;

/// What can be played.
public enum Lesson {
    /// An optimistic rollup with batches and a time to object.
    ROLLUP,
    /// A rollup whose verifier finds every proof good.
    ZK_ROLLUP,
    /// A payment channel that two signatures close.
    CHANNEL,
    /// A bridge on L1 that trusts its caller.
    L1_BRIDGE,
    /// A bridge on L2 that trusts its caller.
    L2_BRIDGE;

    /// As it is named on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Lesson> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /// Lets it happen on a chain of play money.
    /// @return what happened, in its order
    public List<LessonMoment> play(L1Node l1) {
        LessonStage stage = new LessonStage(l1);
        return switch (this) {
            case ROLLUP -> NaiveRollupPlay.play(stage);
            case ZK_ROLLUP -> NaiveZkRollupPlay.play(stage);
            case CHANNEL -> NaiveChannelPlay.play(stage);
            case L1_BRIDGE -> NaiveBridgePlay.onL1(stage);
            case L2_BRIDGE -> NaiveBridgePlay.onL2(stage);
        };
    }
}
