package org.lifeboat.engine.drill;

import java.util.Optional;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Brings a transaction before the user.
@FunctionalInterface
public interface DrillSigner {
    /// @return empty where the user does not want to
    Optional<SignedTransaction> sign(ExitStep step, Draft draft);
}
