package org.lifeboat.vault.signing;

/// What came of asking for a signature.
public sealed interface Signing {
    record Done(Signed signed) implements Signing {}

    /// The approval belongs to another request or account. Describe this one, show it, ask again.
    record NotApproved() implements Signing {}

    /// Something in it is dangerous or not understood: ask a second time, then [Approval#confirmAgain].
    record ConfirmAgain() implements Signing {}

    /// The vault has the address and no key.
    record WatchOnly() implements Signing {}

    record UnknownAccount() implements Signing {}

    /// Unlock the vault first.
    record Locked() implements Signing {}
}
