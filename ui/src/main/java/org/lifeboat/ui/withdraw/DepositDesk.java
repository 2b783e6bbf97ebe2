package org.lifeboat.ui.withdraw;

import java.util.List;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.primitives.ChainId;

/// What the page asks of the engine. Blocks: never on the screen's thread.
public interface DepositDesk {
    /// Asks both layers. A screen of its own where nothing can be brought, else what stands beside the form.
    Start start(ChainId l2);

    sealed interface Start {
        record Facts(DepositScreen.Facts facts) implements Start {}

        record Not(DepositScreen why) implements Start {}
    }

    /// What own accounts brought to the L2 lately, and whether it is there.
    List<Crossing> brought(ChainId l2);
}
