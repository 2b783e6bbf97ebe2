package org.lifeboat.sandbox.lessons;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.sandbox.world.PlayWorld;

/// Anna and Mallory have a channel with four coins; Mallory pays three of them to Anna, and closes it by what
/// both signed before.
final class NaiveChannelPlay {
    private static final Wei ALL = PlayWorld.ether(4);
    private static final Wei PAID = PlayWorld.ether(3);
    private static final Wei LEFT = PlayWorld.ether(1);

    /// What `ecrecover` takes for a signature whose y is even; one more for an odd one (Yellow Paper,
    /// appendix F).
    private static final int EVEN = 27;

    private final LessonStage stage;

    private NaiveChannelPlay(LessonStage stage) {
        this.stage = stage;
    }

    static List<LessonMoment> play(LessonStage stage) {
        new NaiveChannelPlay(stage).play();
        return stage.moments();
    }

    private void play() {
        Address first = open();
        Bytes before = closing(Wei.ZERO, ALL);
        stage.happened(LessonMoment.What.DIVISION_SIGNED, ALL, true, first);
        closing(PAID, LEFT);
        stage.happened(LessonMoment.What.NEWER_DIVISION_SIGNED, PAID, true, first);
        close(LessonMoment.What.OLD_DIVISION_CLOSES, stage.mallory, first, before);
        Address second = open();
        close(LessonMoment.What.OTHER_CHANNEL_CLOSED, stage.mallory, second, before);
        Address third = open();
        Bytes alone = closing(ALL, Wei.ZERO, stage.anna, stage.anna);
        close(LessonMoment.What.PARTNER_GONE, stage.anna, third, alone);
    }

    /// Anna puts the money in.
    private Address open() {
        Address channel = stage.anna.creates("NaiveChannel");
        Bytes call = LessonCall.of(
                "open(address,address)",
                LessonCall.word(stage.anna.address()),
                LessonCall.word(stage.mallory.address()));
        stage.happened(LessonMoment.What.DEPOSITED, ALL, stage.anna.calls(channel, ALL, call), channel);
        return channel;
    }

    private Bytes closing(Wei toAnna, Wei toMallory) {
        return closing(toAnna, toMallory, stage.anna, stage.mallory);
    }

    private static Bytes closing(Wei toAnna, Wei toMallory, LessonStage.Actor one, LessonStage.Actor other) {
        Hash32 division = LessonCall.hash(LessonCall.word(toAnna), LessonCall.word(toMallory));
        EcdsaSignature first = one.sign(division);
        EcdsaSignature second = other.sign(division);
        return LessonCall.of(
                "close(uint256,uint256,uint8[2],bytes32[2],bytes32[2])",
                LessonCall.word(toAnna),
                LessonCall.word(toMallory),
                Hash32.ofNumber(EVEN + first.yParity()),
                Hash32.ofNumber(EVEN + second.yParity()),
                Hash32.ofNumber(first.r()),
                Hash32.ofNumber(second.r()),
                Hash32.ofNumber(first.s()),
                Hash32.ofNumber(second.s()));
    }

    private void close(LessonMoment.What what, LessonStage.Actor who, Address channel, Bytes call) {
        stage.happened(what, ALL, who.calls(channel, Wei.ZERO, call), channel);
    }
}
