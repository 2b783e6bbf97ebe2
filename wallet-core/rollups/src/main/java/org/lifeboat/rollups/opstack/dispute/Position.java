package org.lifeboat.rollups.opstack.dispute;

import java.math.BigInteger;

/// A place in the tree of claims. Source: fault-dispute-game, "Position"; optimism,
/// `src/dispute/lib/LibPosition.sol`.
/// @param value 1 for the root; a node's children are `2 value` and `2 value + 1`
public record Position(BigInteger value) {
    public static final Position ROOT = new Position(BigInteger.ONE);

    public Position {
        if (value.signum() <= 0 || value.bitLength() > 128) {
            throw new IllegalArgumentException("no position: " + value);
        }
    }

    /// 0 for the root.
    public int depth() {
        return value.bitLength() - 1;
    }

    /// Of a claim that says: it is wrong already here or before.
    public Position attack() {
        return new Position(value.shiftLeft(1));
    }

    /// Of a claim that says: up to here it is right, after it is wrong.
    public Position defend() {
        return new Position(value.setBit(0).shiftLeft(1));
    }

    /// Which leaf the claim commits to.
    /// @param treeDepth of the leaves, at least this position's
    public BigInteger traceIndex(int treeDepth) {
        int below = treeDepth - depth();
        return value.add(BigInteger.ONE)
                .shiftLeft(below)
                .subtract(BigInteger.ONE)
                .subtract(BigInteger.ONE.shiftLeft(treeDepth));
    }
}
