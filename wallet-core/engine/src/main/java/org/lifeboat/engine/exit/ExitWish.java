package org.lifeboat.engine.exit;

/// What the user chose, where a plan's standing leaves a choice.
public enum ExitWish {
    /// None: only what the plan calls for by itself.
    NONE,
    /// To post a root himself, with the bond, where no other covers the withdrawal, or nobody proves it against one.
    OWN_ROOT,
    /// To prove against another root at once, where the one that was proven against is about to fall.
    PROVE_AGAIN
}
