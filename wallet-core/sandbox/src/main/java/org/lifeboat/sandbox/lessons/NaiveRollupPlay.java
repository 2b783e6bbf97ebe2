package org.lifeboat.sandbox.lessons;

import java.time.Duration;
import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// Anna and Ben put four coins each into a rollup that Mallory operates.
final class NaiveRollupPlay {
    private static final Wei EACH = PlayWorld.ether(4);

    /// The time to object, and what it takes until the next block.
    private static final Duration PERIOD = Duration.ofDays(7).plusMinutes(1);

    private final LessonStage stage;
    private final Address rollup;
    private final Hash32 annas;
    private final Hash32 bens;

    private NaiveRollupPlay(LessonStage stage) {
        this.stage = stage;
        this.rollup = stage.mallory.creates("NaiveRollup");
        this.annas = LessonCall.leaf(stage.anna.address(), EACH);
        this.bens = LessonCall.leaf(stage.ben.address(), EACH);
    }

    static List<LessonMoment> play(LessonStage stage) {
        new NaiveRollupPlay(stage).play();
        return stage.moments();
    }

    private void play() {
        stage.mallory.calls(rollup, Wei.ZERO, LessonCall.of("open()"));
        deposit(stage.anna);
        deposit(stage.ben);
        post(LessonMoment.What.ROOT_POSTED, LessonCall.root(annas, bens));
        object(0);
        stage.pass(PERIOD);
        ask(LessonMoment.What.OWNER_ASKS, stage.anna, 0, EACH, bens);
        post(LessonMoment.What.ROOT_POSTED, LessonCall.root(annas, bens));
        stage.pass(PERIOD);
        Hash32 guess = LessonCall.leaf(stage.anna.address(), EACH.times(2));
        ask(LessonMoment.What.OWNER_ASKS_ALONE, stage.ben, 1, EACH, guess);
        ask(LessonMoment.What.OWNER_ASKS, stage.ben, 1, EACH, annas);
        ask(LessonMoment.What.PAID_TWICE, stage.ben, 1, EACH, annas);
        deposit(stage.anna);
        Hash32 nothing = Hash32.ZERO;
        post(
                LessonMoment.What.FALSE_ROOT_POSTED,
                LessonCall.root(LessonCall.leaf(stage.mallory.address(), EACH), nothing));
        stage.pass(PERIOD);
        stage.happened(LessonMoment.What.NOBODY_LOOKS, Wei.ZERO, true, rollup);
        ask(LessonMoment.What.OPERATOR_TAKES, stage.mallory, 2, EACH, nothing);
    }

    private void deposit(LessonStage.Actor who) {
        Bytes call = LessonCall.of("deposit()");
        stage.happened(LessonMoment.What.DEPOSITED, EACH, who.calls(rollup, EACH, call), rollup);
    }

    private void post(LessonMoment.What what, Hash32 root) {
        Bytes call = LessonCall.of("post(bytes32)", root);
        stage.happened(what, Wei.ZERO, stage.mallory.calls(rollup, Wei.ZERO, call), rollup);
    }

    /// Mallory has no reason; none is asked for.
    private void object(long batch) {
        Bytes call = LessonCall.of("challenge(uint256)", Hash32.ofNumber(batch));
        stage.happened(
                LessonMoment.What.CHALLENGED_FOR_NOTHING,
                Wei.ZERO,
                stage.mallory.calls(rollup, Wei.ZERO, call),
                rollup);
    }

    private void ask(LessonMoment.What what, LessonStage.Actor who, long batch, Wei amount, Hash32 sibling) {
        Bytes call = LessonCall.of(
                "withdraw(uint256,address,uint256,bytes32)",
                Hash32.ofNumber(batch),
                LessonCall.word(who.address()),
                LessonCall.word(amount),
                sibling);
        stage.happened(what, amount, who.calls(rollup, Wei.ZERO, call), rollup);
    }
}
