package org.lifeboat.sandbox.lessons;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// Anna brings four coins to an L2 by a bridge both ends of which do what they are told, whoever tells them.
final class NaiveBridgePlay {
    private static final Wei AMOUNT = PlayWorld.ether(4);

    private NaiveBridgePlay() {}

    static List<LessonMoment> onL1(LessonStage stage) {
        Address bridge = stage.anna.creates("NaiveL1Bridge");
        deposit(stage, bridge);
        release(LessonMoment.What.STRANGER_CALLS, stage, bridge);
        return stage.moments();
    }

    /// Both ends stand on one chain here; whoever carries messages between them, carries what is true.
    static List<LessonMoment> onL2(LessonStage stage) {
        Address bridge = stage.anna.creates("NaiveL1Bridge");
        Address end = stage.anna.creates("NaiveL2Bridge");
        deposit(stage, bridge);
        boolean credited = stage.mallory.calls(
                end,
                Wei.ZERO,
                LessonCall.of(
                        "credit(address,uint256)", LessonCall.word(stage.mallory.address()), LessonCall.word(AMOUNT)));
        stage.happened(LessonMoment.What.MONEY_FROM_NOTHING, AMOUNT, credited, bridge);
        boolean burnt = stage.mallory.calls(end, Wei.ZERO, LessonCall.of("burn(uint256)", LessonCall.word(AMOUNT)));
        stage.happened(LessonMoment.What.BURNT, AMOUNT, burnt, bridge);
        if (burnt) {
            release(LessonMoment.What.STRANGER_TAKES, stage, bridge);
        }
        return stage.moments();
    }

    private static void deposit(LessonStage stage, Address bridge) {
        boolean went = stage.anna.calls(
                bridge, AMOUNT, LessonCall.of("deposit(address)", LessonCall.word(stage.anna.address())));
        stage.happened(LessonMoment.What.DEPOSITED, AMOUNT, went, bridge);
    }

    private static void release(LessonMoment.What what, LessonStage stage, Address bridge) {
        boolean went = stage.mallory.calls(
                bridge,
                Wei.ZERO,
                LessonCall.of(
                        "release(address,uint256)", LessonCall.word(stage.mallory.address()), LessonCall.word(AMOUNT)));
        stage.happened(what, AMOUNT, went, bridge);
    }
}
