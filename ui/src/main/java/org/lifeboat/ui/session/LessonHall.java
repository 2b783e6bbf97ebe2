package org.lifeboat.ui.session;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Wei;

/// Where lessons are played, as the program's wiring hands it to the window: contracts as textbooks draw them, robbed
/// on a chain of play money in memory. Names are those of the words: `lesson.NAME.*`, `lesson.flaw.NAME`,
/// `lesson.moment.NAME`.
public interface LessonHall {
    /// In their order.
    List<Offer> offers();

    /// Lets it really happen. Takes a second or two: never on the screen's thread.
    /// @param lesson the name of one that is offered
    /// @return what happened, in its order
    List<Step> play(String lesson);

    /// @param flaws in the order in which they are used
    record Offer(String lesson, List<String> flaws) {
        public Offer {
            flaws = List.copyOf(flaws);
        }
    }

    /// One thing that happened.
    /// @param amount that it was about; zero where it was about none
    /// @param went whether the contract took it
    /// @param left what the contract that keeps the money holds afterwards
    /// @param flaw that is used here for the first time
    record Step(String what, Wei amount, boolean went, Wei left, Optional<String> flaw) {}
}
