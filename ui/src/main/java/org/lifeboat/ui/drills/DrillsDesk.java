package org.lifeboat.ui.drills;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.ui.session.DrillHall;

/// What the page of drills asks of the profile. Blocks: never on the screen's thread.
public interface DrillsDesk {
    /// In the order in which they are offered.
    List<DrillsScreen.Offer> offers();

    /// When the words should be proven next; empty where the profile has none.
    Optional<DrillsScreen.Keys> keys();

    DrillHall.Played open(Drill drill) throws IOException;

    /// Remembers that it was played to its end, and nothing else of it.
    void passed(Drill drill, LocalDate day);

    LocalDate today();
}
