package org.lifeboat.evm.interpreter;

import org.lifeboat.primitives.Bytes;

/// How an execution ended.
public sealed interface Outcome {
    /// @param output what RETURN gave; for a creation the deployed code
    record Success(Bytes output) implements Outcome {}

    /// REVERT: changes undone, gas that was left given back.
    /// @param output the reason, usually an ABI-encoded error
    record Revert(Bytes output) implements Outcome {}

    /// Changes undone, all gas used.
    record Halt(HaltReason reason) implements Outcome {}
}
