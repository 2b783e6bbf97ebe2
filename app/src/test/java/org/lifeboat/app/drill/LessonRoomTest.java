package org.lifeboat.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.session.LessonHall;

class LessonRoomTest {
    private final LessonHall room = new LessonRoom();

    @Test
    void everyLessonThatIsOffered_isReallyPlayed_withEachOfItsFlaws() {
        assertThat(room.offers()).hasSize(5);
        for (LessonHall.Offer offer : room.offers()) {
            assertThat(room.play(offer.lesson()).stream()
                            .map(LessonHall.Step::flaw)
                            .flatMap(Optional::stream))
                    .as(offer.lesson())
                    .containsExactlyElementsOf(offer.flaws());
        }
    }
}
