package org.lifeboat.ui.truth;

import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.primitives.ChainId;

/// What the page asks of the engine. Blocks: never on the screen's thread.
public interface TruthDesk {
    /// What there is for a check; a screen of its own where there is too little. Asks nobody.
    Start start(ChainId l2);

    sealed interface Start {
        record Facts(TruthScreen.Facts facts) implements Start {}

        record Not(TruthScreen why) implements Start {}
    }

    /// Runs as long as it takes, or until `watch` ends it.
    /// @param genesis path of the file that the chain began with; may be empty
    Came check(ChainId l2, CheckWish wish, String genesis, CheckWatch watch);

    /// What came of it.
    sealed interface Came {
        record Checked(CheckReport report, Optional<MadeHere.Taken> taken) implements Came {}

        /// The file was not taken, and nothing was done.
        /// @param key of the sentence
        record WrongFile(String key, String argument) implements Came {}
    }
}
