package org.lifeboat.vault.signing;

/// How loud a line of a description is.
public enum Severity {
    /// A plain fact: fee, nonce.
    CALM,
    /// What it is about: who, how much, to whom.
    NOTE,
    /// Worth a second look: an approval, a contract that nobody knows.
    WARNING,
    /// May cost everything, or is not understood: has to be confirmed a second time.
    DANGER
}
