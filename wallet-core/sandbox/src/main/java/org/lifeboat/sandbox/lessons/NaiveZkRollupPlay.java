package org.lifeboat.sandbox.lessons;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// Anna and Ben put four coins each into a rollup whose verifier says yes to everything, and four each into one whose
/// verifier checks, but which takes another verifier from whoever calls.
final class NaiveZkRollupPlay {
    private static final Wei EACH = PlayWorld.ether(4);
    private static final Wei BOTH = EACH.times(2);

    /// An empty proof: the offset of its bytes, and that there are none.
    private static final List<Hash32> NO_PROOF = List.of(Hash32.ofNumber(64), Hash32.ZERO);

    private final LessonStage stage;

    private NaiveZkRollupPlay(LessonStage stage) {
        this.stage = stage;
    }

    static List<LessonMoment> play(LessonStage stage) {
        new NaiveZkRollupPlay(stage).play();
        return stage.moments();
    }

    private void play() {
        Address saysYes = stage.anna.creates("NaiveVerifier");
        Address first = rollup(saysYes);
        handIn(first);
        take(first);
        Address strict = stage.anna.creates("StrictVerifier");
        Address second = rollup(strict);
        stage.happened(LessonMoment.What.STRICT_VERIFIER, Wei.ZERO, true, second);
        handIn(second);
        boolean replaced = stage.mallory.calls(second, Wei.ZERO, set(saysYes));
        stage.happened(LessonMoment.What.VERIFIER_REPLACED, Wei.ZERO, replaced, second);
        handIn(second);
        take(second);
    }

    /// With everybody's money in it.
    private Address rollup(Address verifier) {
        Address rollup = stage.anna.creates("NaiveZkRollup");
        stage.anna.calls(rollup, Wei.ZERO, set(verifier));
        for (LessonStage.Actor each : List.of(stage.anna, stage.ben)) {
            boolean went = each.calls(rollup, EACH, LessonCall.of("deposit()"));
            stage.happened(LessonMoment.What.DEPOSITED, EACH, went, rollup);
        }
        return rollup;
    }

    private static Bytes set(Address verifier) {
        return LessonCall.of("setVerifier(address)", LessonCall.word(verifier));
    }

    /// A state by which everything is Mallory's.
    private void handIn(Address rollup) {
        Hash32 own = LessonCall.root(LessonCall.leaf(stage.mallory.address(), BOTH), Hash32.ZERO);
        Bytes update = LessonCall.of("update(bytes32,bytes)", own, NO_PROOF.getFirst(), NO_PROOF.getLast());
        boolean went = stage.mallory.calls(rollup, Wei.ZERO, update);
        stage.happened(LessonMoment.What.STATE_WITHOUT_PROOF, Wei.ZERO, went, rollup);
    }

    private void take(Address rollup) {
        Bytes withdraw = LessonCall.of(
                "withdraw(address,uint256,bytes32)",
                LessonCall.word(stage.mallory.address()),
                LessonCall.word(BOTH),
                Hash32.ZERO);
        boolean went = stage.mallory.calls(rollup, Wei.ZERO, withdraw);
        stage.happened(LessonMoment.What.STRANGER_TAKES, BOTH, went, rollup);
    }
}
