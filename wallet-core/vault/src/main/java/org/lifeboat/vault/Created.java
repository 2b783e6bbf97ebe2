package org.lifeboat.vault;

/// What came of making or restoring a vault file.
public sealed interface Created {
    /// The caller closes it.
    record Done(UnlockedVault vault) implements Created {}

    /// There is a vault already; it was not touched.
    record AlreadyThere() implements Created {}

    record EmptyPassword() implements Created {}

    /// The bytes to restore do not open; see there.
    record NotOpened(Opened why) implements Created {}

    /// The disk did not take it.
    record NotSaved(String why) implements Created {}
}
