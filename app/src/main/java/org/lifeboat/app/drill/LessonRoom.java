package org.lifeboat.app.drill;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.sandbox.lessons.Lesson;
import org.lifeboat.sandbox.lessons.LessonFlaw;
import org.lifeboat.sandbox.lessons.LessonMoment;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.ui.session.LessonHall;

/// Where lessons are played: each on a chain in memory that nobody else sees.
public final class LessonRoom implements LessonHall {
    /// @return what happened, in its order
    public static List<LessonMoment> play(Lesson lesson) {
        InstantSource clock = InstantSource.system();
        return lesson.play(new L1Node(
                PlayWorld.genesis(clock.instant().getEpochSecond()),
                Secp256k1.preferred(),
                new NodeClock(clock),
                Mining.AT_ONCE));
    }

    @Override
    public List<Offer> offers() {
        return Arrays.stream(Lesson.values())
                .map(lesson -> new Offer(
                        lesson.name(),
                        LessonFlaw.of(lesson).stream().map(LessonFlaw::name).toList()))
                .toList();
    }

    @Override
    public List<Step> play(String name) {
        Lesson lesson = Lesson.valueOf(name);
        List<LessonMoment> moments = play(lesson);
        return IntStream.range(0, moments.size())
                .mapToObj(index -> {
                    LessonMoment moment = moments.get(index);
                    return new Step(
                            moment.what().name(),
                            moment.amount(),
                            moment.went(),
                            moment.left(),
                            LessonFlaw.at(lesson, moments, index).map(LessonFlaw::name));
                })
                .toList();
    }
}
