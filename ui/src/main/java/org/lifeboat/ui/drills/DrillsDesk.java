package org.lifeboat.ui.drills;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.LessonHall;

/// What the page of drills asks of the profile. Blocks: never on the screen's thread.
public interface DrillsDesk {
    /// In the order in which they are offered.
    List<DrillsScreen.Offer> offers();

    /// When the words should be proven next; empty where the profile has none.
    Optional<DrillsScreen.Keys> keys();

    /// What real money there is to rehearse with, by what was read last.
    List<DrillsScreen.Position> positions();

    /// The lessons that can be played.
    List<LessonHall.Offer> lessons();

    /// Plays one of them.
    /// @return what happened
    List<LessonHall.Step> play(String lesson);

    /// The world of play money around the page; empty where there is none that may be kept.
    Optional<DrillsScreen.World> world();

    /// Keeps that world for the next time, or no longer.
    void keepWorld(boolean wanted);

    DrillHall.Played open(Drill drill) throws IOException;

    /// Reads what is really there, and makes a world with as much play money.
    /// @return empty where no source said what is there, or it is nothing
    Optional<DrillHall.Played> rehearse(DrillsScreen.Position position) throws IOException;

    /// Remembers that it was played to its end, and nothing else of it.
    void passed(Drill drill, LocalDate day);

    LocalDate today();
}
