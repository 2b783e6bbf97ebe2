package org.lifeboat.sandbox.node;

import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.sandbox.pool.PoolRefusal;

/// What became of a transaction that was sent.
public sealed interface Admission {
    /// It waits, or stands in a block already.
    record Taken() implements Admission {}

    /// No block would take it as the state is.
    record Invalid(InvalidReason reason) implements Admission {}

    /// The pool has no place for it.
    record NotPooled(PoolRefusal refusal) implements Admission {}
}
