package org.lifeboat.engine.activity;

import org.lifeboat.primitives.Wei;

/// A fee in the native coin, by who is paid for what.
/// @param execution gas of the chain itself, tip included
/// @param l1Data what an L2 asks for putting the data on L1, where it is a part of its own; else zero
/// @param operator the operator fee of OP Stack chains since Isthmus; else zero
public record FeeParts(Wei execution, Wei l1Data, Wei operator) {
    public static FeeParts ofExecution(Wei execution) {
        return new FeeParts(execution, Wei.ZERO, Wei.ZERO);
    }

    public Wei total() {
        return execution.plus(l1Data).plus(operator);
    }
}
