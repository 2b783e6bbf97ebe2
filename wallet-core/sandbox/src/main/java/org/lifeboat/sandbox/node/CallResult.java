package org.lifeboat.sandbox.node;

import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Gas;

/// What a question came to.
public sealed interface CallResult {
    /// It ran, whatever its outcome.
    record Ran(Outcome outcome, Gas gasUsed) implements CallResult {}

    /// It could not even begin.
    record Refused(InvalidReason reason) implements CallResult {}
}
