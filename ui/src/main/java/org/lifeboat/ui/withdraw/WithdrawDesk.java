package org.lifeboat.ui.withdraw;

import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.ChainId;

/// What the page asks of the engine. Blocks: never on the screen's thread.
public interface WithdrawDesk {
    /// Asks both layers. A screen of its own where nothing can be begun, else what stands beside the form.
    Start start(ChainId l2);

    sealed interface Start {
        record Facts(WithdrawScreen.Facts facts, boolean wished) implements Start {}

        record Not(WithdrawScreen why) implements Start {}
    }

    /// Keeps the wish; on disk when it returns. Nothing is signed.
    PlanStore.Id begin(ChainId l2, Account from, ExitState wanted);

    /// Whether the user wants to be told when the chain makes blocks again.
    void wish(ChainId l2, boolean wanted);
}
