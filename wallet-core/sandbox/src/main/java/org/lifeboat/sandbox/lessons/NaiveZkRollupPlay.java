package org.lifeboat.sandbox.lessons;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// Anna and Ben put four coins each into a rollup whose verifier says yes to everything.
final class NaiveZkRollupPlay {
    private static final Wei EACH = PlayWorld.ether(4);
    private static final Wei BOTH = EACH.times(2);

    /// An empty proof: the offset of its bytes, and that there are none.
    private static final List<Hash32> NO_PROOF = List.of(Hash32.ofNumber(64), Hash32.ZERO);

    private NaiveZkRollupPlay() {}

    static List<LessonMoment> play(LessonStage stage) {
        Address rollup = stage.anna.creates("NaiveZkRollup");
        for (LessonStage.Actor each : List.of(stage.anna, stage.ben)) {
            boolean went = each.calls(rollup, EACH, LessonCall.of("deposit()"));
            stage.happened(LessonMoment.What.DEPOSITED, EACH, went);
        }
        Hash32 nothing = Hash32.ZERO;
        Hash32 own = LessonCall.root(LessonCall.leaf(stage.mallory.address(), BOTH), nothing);
        Bytes update = LessonCall.of("update(bytes32,bytes)", own, NO_PROOF.getFirst(), NO_PROOF.getLast());
        stage.happened(LessonMoment.What.STATE_WITHOUT_PROOF, Wei.ZERO, stage.mallory.calls(rollup, Wei.ZERO, update));
        Bytes withdraw = LessonCall.of(
                "withdraw(address,uint256,bytes32)",
                LessonCall.word(stage.mallory.address()),
                LessonCall.word(BOTH),
                nothing);
        stage.happened(LessonMoment.What.STRANGER_TAKES, BOTH, stage.mallory.calls(rollup, Wei.ZERO, withdraw));
        return stage.moments();
    }
}
