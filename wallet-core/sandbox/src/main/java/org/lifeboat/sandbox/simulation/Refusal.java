package org.lifeboat.sandbox.simulation;

import org.lifeboat.evm.transaction.InvalidReason;

/// Why there is no answer to a whole simulation.
public sealed interface Refusal {
    /// A call that could not stand in its block.
    record Call(InvalidReason reason) implements Refusal {}

    /// A call wants more gas than its block has left.
    record BlockIsFull(long left, long wanted) implements Refusal {}

    record NumbersOutOfOrder(long number, long before) implements Refusal {}

    /// In Unix seconds.
    record TimesOutOfOrder(long time, long before) implements Refusal {}

    record TooManyBlocks() implements Refusal {}

    /// What is not there cannot be moved, and nothing can be moved to where something else is supposed.
    record CannotMove(String words) implements Refusal {}
}
