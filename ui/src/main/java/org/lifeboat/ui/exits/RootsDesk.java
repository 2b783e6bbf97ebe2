package org.lifeboat.ui.exits;

import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;

/// What the page of roots asks of the engine. Blocks: never on the screen's thread.
public interface RootsDesk {
    /// Asks both layers where the exit stands, and L1 for the roots that it can be proven against.
    RootsScreen roots(PlanStore.Id exit);

    /// Keeps the root that the exit is to be proven against. Signs nothing, sends nothing.
    RootsScreen choose(PlanStore.Id exit, RootOffer root);
}
