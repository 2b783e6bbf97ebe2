package org.lifeboat.ui.session;

import java.io.IOException;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillGuide;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.vault.Secret;

/// Where drills are played, as the program's wiring hands it to the window: worlds of play money, each for one
/// drill, each with a wallet of its own that has nothing to do with the user's.
@FunctionalInterface
public interface DrillHall {
    /// Makes a world in which everything works still. Takes seconds: never on the screen's thread.
    /// @param money that is copied into it; empty: made-up money
    Played open(Drill drill, Optional<RealMoney> money) throws IOException;

    /// A drill with all that it needs.
    interface Played {
        /// Of play money alone.
        Wallet wallet();

        /// Opens the keys of that wallet, which are worth nothing. A copy; the caller closes it.
        Secret password();

        DrillGuide guide();

        /// What the play money in it is a copy of; empty where it is made up.
        default Optional<RealMoney> copied() {
            return Optional.empty();
        }

        /// Throws all of it away.
        void close() throws IOException;
    }
}
