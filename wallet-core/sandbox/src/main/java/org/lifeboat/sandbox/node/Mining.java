package org.lifeboat.sandbox.node;

/// When a node makes a block.
public enum Mining {
    /// As soon as a transaction can stand in one.
    AT_ONCE,
    /// When [L1Node#mine] is called: by a ticker, or by hand.
    WHEN_TOLD
}
