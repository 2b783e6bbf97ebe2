package org.lifeboat.engine.exit;

/// What is at hand of a withdrawal, should every server of the L2 be gone.
public enum Worth {
    /// It is proven on L1: nothing of the L2 is needed any more, unless its root is lost.
    ENOUGH_PROVEN,
    /// A proof is kept against a root that counts: enough alone.
    ENOUGH_KEPT,
    /// A proof is kept of a block that the L2's data on L1 fixes: enough with a root of one's own and its
    /// bond.
    ENOUGH_WITH_BOND,
    /// One copy of the L2's state is needed, from anybody: it is checked here.
    NEEDS_STATE
}
