package org.lifeboat.vault;

/// What came of changing a vault.
public sealed interface Changed<T> {
    /// On the disk, in the file and in its backup, and both were opened again.
    record Done<T>(T value) implements Changed<T> {}

    /// There already is such an account; nothing was changed.
    record AlreadyThere<T>(Account account) implements Changed<T> {}

    /// What was asked for makes no sense; nothing was changed.
    record Refused<T>(Reason reason) implements Changed<T> {}

    /// The disk did not take it; nothing was changed in memory. The old file is whole.
    record NotSaved<T>(String why) implements Changed<T> {}

    /// The vault was locked meanwhile.
    record Locked<T>() implements Changed<T> {}

    /// Why a change was refused.
    enum Reason {
        /// Not a number from 1 to the order of the curve less one.
        NOT_A_KEY,
        UNKNOWN_SEED,
        UNKNOWN_ACCOUNT,
        /// The old password is not this vault's.
        WRONG_PASSWORD,
        /// Nothing was given where a password is needed.
        EMPTY_PASSWORD,
        /// Accounts of these words remain; remove them first.
        SEED_IN_USE,
        /// This path gives no key with these words (one in 2^127).
        NO_KEY_THERE,
        /// A vault holds so many and no more.
        TOO_MANY
    }
}
