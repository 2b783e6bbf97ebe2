package org.lifeboat.ui.drills;

import org.lifeboat.engine.drill.DrillGuide;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillWait;

/// What the guide asks of a drill. Blocks: never on the screen's thread.
public interface GuideDesk {
    DrillSight look();

    /// Things go wrong from now on.
    void begin();

    /// The server that lied tells the truth again.
    void tellTheTruth();

    /// Lets that time pass which there is to wait for.
    /// @param shown what the player was offered
    DrillSight pass(DrillWait shown);

    /// A drill in a sandbox.
    static GuideDesk of(DrillGuide guide) {
        return new GuideDesk() {
            @Override
            public DrillSight look() {
                return guide.look();
            }

            @Override
            public void begin() {
                guide.begin();
            }

            @Override
            public void tellTheTruth() {
                guide.tellTheTruth();
            }

            @Override
            public DrillSight pass(DrillWait shown) {
                return guide.pass(shown);
            }
        };
    }
}
