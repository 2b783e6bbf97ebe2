package org.lifeboat.ui.truth;

import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
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
    CheckReport check(ChainId l2, CheckWish wish, CheckWatch watch);
}
