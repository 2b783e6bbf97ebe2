package org.lifeboat.sandbox.lessons;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.sandbox.lessons.LessonMoment.What;

/// What is wrong with a contract of a lesson, and what happens in its play by that. The words are `lesson.flaw.*`.
public enum LessonFlaw {
    /// Whoever objects needs no proof and no bond.
    NO_BOND(Lesson.ROLLUP, What.CHALLENGED_FOR_NOTHING),
    /// Only the root is posted.
    ROOT_ALONE(Lesson.ROLLUP, What.OWNER_ASKS_ALONE),
    /// Nothing is noted of what was paid.
    PAID_AGAIN(Lesson.ROLLUP, What.PAID_TWICE),
    /// Only the operator posts.
    OPERATOR_ALONE(Lesson.ROLLUP, What.OPERATOR_TAKES),
    /// The verifier verifies nothing.
    VERIFIER_SAYS_YES(Lesson.ZK_ROLLUP, What.STATE_WITHOUT_PROOF),
    /// Whoever calls may put another verifier there.
    VERIFIER_OF_ANYBODY(Lesson.ZK_ROLLUP, What.VERIFIER_REPLACED),
    /// A division has no number, and a close is final at once.
    NO_NUMBER(Lesson.CHANNEL, What.OLD_DIVISION_CLOSES),
    /// A division names no channel and no chain.
    NO_CHANNEL_NAMED(Lesson.CHANNEL, What.OTHER_CHANNEL_CLOSED),
    /// It takes both to close.
    TAKES_BOTH(Lesson.CHANNEL, What.PARTNER_GONE),
    /// The end on L1 does not ask who calls.
    RELEASE_FOR_ANYBODY(Lesson.L1_BRIDGE, What.STRANGER_CALLS),
    /// The end on L2 does not ask who calls.
    CREDIT_FOR_ANYBODY(Lesson.L2_BRIDGE, What.MONEY_FROM_NOTHING);

    private final Lesson lesson;
    private final What use;

    LessonFlaw(Lesson lesson, What use) {
        this.lesson = lesson;
        this.use = use;
    }

    /// All of a lesson's, in the order in which its play uses them.
    public static List<LessonFlaw> of(Lesson lesson) {
        return Arrays.stream(values()).filter(flaw -> flaw.lesson == lesson).toList();
    }

    /// The one that something uses which happens in that lesson, where it is used for the first time; empty where it
    /// uses none.
    /// @param moments all of the lesson's play
    public static Optional<LessonFlaw> at(Lesson lesson, List<LessonMoment> moments, int index) {
        What what = moments.get(index).what();
        boolean first = moments.subList(0, index).stream().noneMatch(moment -> moment.what() == what);
        return of(lesson).stream().filter(flaw -> first && flaw.use == what).findFirst();
    }
}
