package org.lifeboat.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.sandbox.lessons.Lesson;
import org.lifeboat.sandbox.lessons.LessonFlaw;
import org.lifeboat.sandbox.lessons.LessonMoment;

class LessonWordsTest {
    @ParameterizedTest
    @EnumSource
    void everyLessonAndEveryMoment_hasItsWords_andThereAreNoOthers(Language language) {
        TreeSet<String> keys = new TreeSet<>(Words.of(language, "lesson").keys());
        for (Lesson lesson : Lesson.values()) {
            for (String part : new String[] {".title", ".what", ".real"}) {
                assertThat(keys.remove("lesson." + lesson + part))
                        .as("%s%s", lesson, part)
                        .isTrue();
            }
        }
        for (LessonMoment.What what : LessonMoment.What.values()) {
            assertThat(keys.remove("lesson.moment." + what)).as("%s", what).isTrue();
        }

        for (LessonFlaw flaw : LessonFlaw.values()) {
            assertThat(keys.remove("lesson.flaw." + flaw)).as("%s", flaw).isTrue();
            assertThat(keys.remove("lesson.flaw." + flaw + ".real"))
                    .as("%s", flaw)
                    .isTrue();
        }

        assertThat(keys)
                .containsExactly("lesson.amount", "lesson.left", "lesson.real", "lesson.refused", "lesson.unknown");
    }
}
