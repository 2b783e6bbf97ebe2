package org.lifeboat.sandbox.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.lessons.LessonMoment.What;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.PlayWorld;

/// Each contract as textbooks draw it is robbed, by what its lesson says.
class LessonTest {
    private static final Wei FOUR = PlayWorld.ether(4);

    private final L1Node l1 = new L1Node(
            PlayWorld.genesis(HandClock.START),
            Secp256k1.preferred(),
            new NodeClock(HandClock.at(HandClock.START)),
            Mining.AT_ONCE);
    private final LessonStage stage = new LessonStage(l1);

    @Test
    void rollup_isHeldUpForNothing_paysTwice_andBelievesItsOperator() {
        List<LessonMoment> moments = NaiveRollupPlay.play(stage);

        assertThat(moments)
                .extracting(LessonMoment::what)
                .containsExactly(
                        What.DEPOSITED,
                        What.DEPOSITED,
                        What.ROOT_POSTED,
                        What.CHALLENGED_FOR_NOTHING,
                        What.OWNER_ASKS,
                        What.ROOT_POSTED,
                        What.OWNER_ASKS_ALONE,
                        What.OWNER_ASKS,
                        What.PAID_TWICE,
                        What.DEPOSITED,
                        What.FALSE_ROOT_POSTED,
                        What.NOBODY_LOOKS,
                        What.OPERATOR_TAKES);
        assertThat(moments.stream().filter(moment -> !moment.went()))
                .as("Anna, where her batch was objected to for nothing, and Ben, without the operator's data")
                .extracting(LessonMoment::what)
                .containsExactly(What.OWNER_ASKS, What.OWNER_ASKS_ALONE);
        assertThat(moments.getLast().left()).as("what is left of twelve").isEqualTo(Wei.ZERO);
        assertThat(gained(stage.ben)).as("four more than Ben had").isEqualTo(4);
        assertThat(gained(stage.mallory)).isEqualTo(4);
    }

    @Test
    void zkRollup_paysWhoeverBringsAState_ifNotAtOnce_thenByAVerifierOfTheirOwn() {
        List<LessonMoment> moments = NaiveZkRollupPlay.play(stage);

        assertThat(moments)
                .extracting(LessonMoment::what)
                .containsExactly(
                        What.DEPOSITED,
                        What.DEPOSITED,
                        What.STATE_WITHOUT_PROOF,
                        What.STRANGER_TAKES,
                        What.DEPOSITED,
                        What.DEPOSITED,
                        What.STRICT_VERIFIER,
                        What.STATE_WITHOUT_PROOF,
                        What.VERIFIER_REPLACED,
                        What.STATE_WITHOUT_PROOF,
                        What.STRANGER_TAKES);
        assertThat(moments.stream().filter(moment -> !moment.went()).toList())
                .as("while the verifier that checks is there")
                .containsExactly(moments.get(7));
        assertThat(moments.get(7).left()).isEqualTo(FOUR.times(2));
        assertThat(moments.getLast().left()).isEqualTo(Wei.ZERO);
        assertThat(gained(stage.mallory)).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource
    void everyFlaw_isUsedInItsLesson(Lesson lesson) {
        List<LessonFlaw> flaws = LessonFlaw.of(lesson);
        assertThat(flaws).isNotEmpty();

        List<LessonMoment> moments = lesson.play(l1);
        assertThat(IntStream.range(0, moments.size())
                        .boxed()
                        .flatMap(index -> LessonFlaw.at(lesson, moments, index).stream()))
                .containsExactlyElementsOf(flaws);
    }

    @Test
    void channel_isClosedByWhatWasTrueOnce_andNeverByOneAlone() {
        List<LessonMoment> moments = NaiveChannelPlay.play(stage);

        assertThat(moments.stream().filter(moment -> !moment.went()))
                .singleElement()
                .extracting(LessonMoment::what)
                .isEqualTo(What.PARTNER_GONE);
        assertThat(gained(stage.mallory)).as("twice what was Anna's").isEqualTo(8);
    }

    @Test
    void bridges_obeyWhoeverCalls() {
        assertThat(NaiveBridgePlay.onL1(stage)).allMatch(LessonMoment::went);
        assertThat(NaiveBridgePlay.onL2(stage)).allMatch(LessonMoment::went);
        assertThat(gained(stage.mallory)).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void lesson_isFoundByItsName_andCanBePlayed(Lesson lesson) {
        assertThat(Lesson.find(lesson.id())).contains(lesson);
        assertThat(lesson.play(l1))
                .first()
                .matches(LessonMoment::went)
                .satisfies(first -> assertThat(first.amount()).isEqualTo(FOUR));
    }

    /// In whole coins, fees left out.
    private long gained(LessonStage.Actor who) {
        BigInteger gained = stage.balance(who.address()).value().subtract(LessonStage.MONEY.value());
        BigInteger coin = BigInteger.TEN.pow(18);
        return gained.add(coin.shiftRight(1)).divide(coin).longValue();
    }
}
